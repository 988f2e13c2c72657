package dev.shardroute.sql.ast;

import java.util.List;

/**
 * How a text file is written or read, as SELECT … INTO OUTFILE and LOAD DATA say it: the options as they are written, in
 * their order.
 *
 * @param fields the options of FIELDS (or COLUMNS); empty for none
 * @param lines  the options of LINES; empty for none
 */
public record FileFormat(List<Option> fields, List<Option> lines) {
    /** Nothing said. */
    public static final FileFormat DEFAULT = new FileFormat(List.of(), List.of());

    /** Copies the lists. */
    public FileFormat {
        fields = List.copyOf(fields);
        lines = List.copyOf(lines);
    }

    /** One option and its text. */
    public record Option(Kind kind, String text) {}

    /** What an option says. */
    public enum Kind {
        TERMINATED("terminated by"), ENCLOSED("enclosed by"), OPTIONALLY_ENCLOSED("optionally enclosed by"),
        ESCAPED("escaped by"), STARTING("starting by");

        private final String sql;

        Kind(String sql) {
            this.sql = sql;
        }

        /** The option in canonical form. */
        public String sql() {
            return sql;
        }
    }
}
