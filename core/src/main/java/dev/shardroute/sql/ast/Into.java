package dev.shardroute.sql.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the rows of a SELECT go instead of to the client. */
public sealed interface Into extends Clause {
    /** {@code INTO DUMPFILE 'file'}. */
    record Dumpfile(String file) implements Into {}

    /** {@code INTO @a, b}: user variables, and names that are variables of a procedure as {@link Expression.Column}. */
    record Variables(List<Expression> variables) implements Into {
        /** Copies the list. */
        public Variables {
            variables = List.copyOf(variables);
        }
    }

    /**
     * {@code INTO OUTFILE 'file' …} and {@code INTO OUTFILE S3 'file' …}.
     *
     * @param s3        true for a file in S3
     * @param file      its name
     * @param charset   its character set, or null
     * @param csv       {@link Csv#NONE}, or {@code FORMAT CSV [HEADER]} of S3
     * @param format    how fields and lines are written
     * @param manifest  {@code MANIFEST ON} or {@code OFF} of S3, or null
     * @param overwrite {@code OVERWRITE ON} or {@code OFF} of S3, or null
     */
    record Outfile(boolean s3, String file, @Nullable String charset, Csv csv, FileFormat format,
            @Nullable Boolean manifest, @Nullable Boolean overwrite) implements Into {}

    /** {@code FORMAT CSV} and its header. */
    enum Csv {
        NONE(""), CSV(" format csv"), CSV_HEADER(" format csv header"), TEXT(" format text"),
        TEXT_HEADER(" format text header");

        private final String sql;

        Csv(String sql) {
            this.sql = sql;
        }

        /** The clause in canonical form, from the blank on. */
        public String sql() {
            return sql;
        }
    }
}
