package dev.shardroute.cli;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.vschema.VSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads and writes the files that the user names; every failure is an {@link InputException} that begins with the file's name. */
public final class InputFiles {
    private InputFiles() {}

    /** The text of a file in UTF-8. */
    public static String text(Path file) {
        if (Files.isDirectory(file)) {
            throw new InputException(file.toString(), "this is a directory; a file is needed");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new InputException(file.toString(), reason(e));
        }
    }

    /** The files, and for each folder the files in it whose names end so, sorted. */
    public static List<Path> withFolders(List<Path> paths, String suffix) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            files.addAll(Files.isDirectory(path) ? inFolder(path, suffix) : List.of(path));
        }
        return files;
    }

    private static List<Path> inFolder(Path folder, String suffix) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new InputException(folder.toString(), reason(e));
        }
    }

    /** All of standard input, in UTF-8. */
    public static String standardInput() {
        try (InputStream in = System.in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("standard input", reason(e));
        }
    }

    /** The VSchema in a file. */
    public static VSchema vschema(Path file) {
        String json = text(file);
        try {
            return VSchema.parse(json);
        } catch (ShardrouteException e) {
            throw new InputException(file.toString(), e.getMessage());
        }
    }

    /** Writes a file in UTF-8, over one that is there. */
    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new InputException(file.toString(), "cannot write it: " + reason(e));
        }
    }

    /** Why a file could not be read or written, in words. */
    public static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "there is no such file";
            case AccessDeniedException e -> "the access is denied";
            case CharacterCodingException e -> "this is not UTF-8";
            default -> String.valueOf(failure.getMessage());
        };
    }
}
