package dev.shardroute.cli;

/** An option, a file or an argument is not as it must be. Its message is a sentence for the user, who sees nothing else. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The input called {@code what} (a file, an option) is not right, and why. */
    public InputException(String what, String why) {
        super(what + ": " + why);
    }

    /** The sentence; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
