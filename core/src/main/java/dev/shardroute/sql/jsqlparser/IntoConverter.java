package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.Expression;
import dev.shardroute.sql.ast.FileFormat;
import dev.shardroute.sql.ast.FileFormat.Kind;
import dev.shardroute.sql.ast.Into;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.statement.select.MySqlSelectIntoClause;
import org.jspecify.annotations.Nullable;

/** Converts INTO of SELECT. */
final class IntoConverter {
    private final Conversion conversion;
    private final Pieces pieces;

    IntoConverter(Conversion conversion) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
    }

    Into convert(MySqlSelectIntoClause into) {
        return switch (into.getType()) {
            case DUMPFILE -> new Into.Dumpfile(text(into.getFileName()));
            case VARIABLES -> variables(into);
            case OUTFILE -> new Into.Outfile(false, text(into.getFileName()),
                    into.getCharacterSet() == null ? null : pieces.alias(into.getCharacterSet()), Into.Csv.NONE,
                    new FileFormat(fields(into), lines(into)), null, null);
        };
    }

    private Into.Variables variables(MySqlSelectIntoClause into) {
        List<Expression> variables = new ArrayList<>();
        into.getVariables().forEach(variable -> variables.add(conversion.expressions().variable(variable)));
        return new Into.Variables(variables);
    }

    private List<FileFormat.Option> fields(MySqlSelectIntoClause into) {
        List<FileFormat.Option> options = new ArrayList<>();
        add(Kind.TERMINATED, into.getFieldsTerminatedBy(), options);
        add(into.isFieldsOptionallyEnclosed() ? Kind.OPTIONALLY_ENCLOSED : Kind.ENCLOSED, into.getFieldsEnclosedBy(),
                options);
        add(Kind.ESCAPED, into.getFieldsEscapedBy(), options);
        return options;
    }

    private List<FileFormat.Option> lines(MySqlSelectIntoClause into) {
        List<FileFormat.Option> options = new ArrayList<>();
        add(Kind.STARTING, into.getLinesStartingBy(), options);
        add(Kind.TERMINATED, into.getLinesTerminatedBy(), options);
        return options;
    }

    private void add(Kind kind, @Nullable StringValue text, List<FileFormat.Option> options) {
        if (text != null) {
            options.add(new FileFormat.Option(kind, text(text)));
        }
    }

    private String text(@Nullable StringValue text) {
        return pieces.string(Refusal.required(text, "text").toString());
    }
}
