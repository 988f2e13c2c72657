package dev.shardroute.sql.printer;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.lex.Lexer;
import dev.shardroute.sql.lex.TokenKind;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes variables instead of literals, so that what is written can be logged; equal literals have one variable. */
final class Redaction {
    private final Map<Value, String> names = new HashMap<>();
    private final Set<String> taken;
    private int count;

    /** Other variables may have the {@code taken} names. */
    Redaction(Set<String> taken) {
        this.taken = taken;
    }

    void append(SqlWriter out, Value value) {
        String name = names.get(value);
        if (name == null) {
            name = nextName();
            names.put(value, name);
        }
        out.append(":").append(name).append(" /* ").append(value.type().name()).append(" */");
    }

    private String nextName() {
        String name;
        do {
            count++;
            name = "redacted" + count;
        } while (taken.contains(name));
        return name;
    }

    /** Optimizer hints and directives stay; what people write in other comments is not known. */
    static boolean isKept(String comment) {
        return comment.startsWith("/*+") || comment.startsWith("/*vt+");
    }

    /** The tokens with a blank behind each, without comments; dots for what is no token and all behind it. */
    void appendText(SqlWriter out, String text) {
        Lexer lexer = new Lexer(text);
        try {
            while (lexer.next() != TokenKind.END) {
                append(out, lexer);
                out.append(" ");
            }
        } catch (ShardrouteException broken) {
            out.append("…");
        }
    }

    private void append(SqlWriter out, Lexer token) {
        switch (token.kind()) {
            case STRING -> append(out, Value.of(token.value()));
            case INTEGER -> append(out, Value.of(Type.INT64, token.text()));
            case DECIMAL -> append(out, Value.of(Type.DECIMAL, token.text()));
            case FLOAT -> append(out, Value.of(Type.FLOAT64, token.text()));
            case HEX_NUMBER -> append(out, Value.of(Type.HEXNUM, token.text()));
            case HEX_STRING -> append(out, Value.of(Type.HEXVAL, token.text()));
            case BIT_NUMBER, BIT_STRING -> append(out, Value.of(Type.BITNUM, token.text()));
            default -> out.append(token.text());
        }
    }
}
