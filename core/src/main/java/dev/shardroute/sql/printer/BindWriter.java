package dev.shardroute.sql.printer;

import dev.shardroute.error.ErrorCode;
import dev.shardroute.sql.printer.SqlTemplate.Parameter;
import dev.shardroute.sql.printer.SqlTemplate.Site;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Binds;
import dev.shardroute.type.RowsValue;
import dev.shardroute.type.TupleValue;
import dev.shardroute.type.Type;
import dev.shardroute.type.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes values in the place of bind variables: as literals, or as question marks when someone takes the parameters. */
final class BindWriter {
    private final SqlWriter out;
    private final Binds binds;
    private final @Nullable List<Parameter> parameters;

    BindWriter(SqlWriter out, Binds binds, @Nullable List<Parameter> parameters) {
        this.out = out;
        this.binds = binds;
        this.parameters = parameters;
    }

    void append(Site site) {
        switch (site.kind()) {
            case VALUE -> append(site, binds.value(site.name()));
            case LIST -> appendList(site, binds.bind(site.name()));
            case ROWS -> appendRows(site, binds.bind(site.name()));
        }
    }

    /** No parameter can be SQL text. */
    private void append(Site site, Value value) {
        if (parameters == null || value.type().kind() == Type.Kind.EXPRESSION) {
            out.literal(value);
        } else {
            out.append("?");
            parameters.add(new Parameter(site.name(), value));
        }
    }

    /** {@code (1, 2)}, or {@code ((1, 'a'), (2, 'b'))}. */
    private void appendList(Site site, BindValue list) {
        switch (list) {
            case TupleValue tuple -> append(site, tuple);
            case RowsValue(var rows) -> {
                out.append("(");
                appendRows(site, rows, "");
                out.append(")");
            }
            case Value value -> throw wrong(site, "a list is needed, this is a single value");
        }
    }

    /** {@code row(1, 'a'), row(2, 'b')}. */
    private void appendRows(Site site, BindValue list) {
        if (list instanceof RowsValue(var rows)) {
            appendRows(site, rows, "row");
        } else {
            throw wrong(site, "rows are needed, these are none");
        }
    }

    private void appendRows(Site site, List<TupleValue> rows, String before) {
        checkSize(site, rows);
        for (int i = 0; i < rows.size(); i++) {
            out.append(i == 0 ? "" : ", ").append(before);
            append(site, rows.get(i));
        }
    }

    private void append(Site site, TupleValue tuple) {
        List<Value> values = tuple.values();
        checkSize(site, values);
        out.append("(");
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            append(site, values.get(i));
        }
        out.append(")");
    }

    private static void checkSize(Site site, List<?> members) {
        if (members.isEmpty()) {
            throw wrong(site, "the list is empty");
        }
    }

    private static RuntimeException wrong(Site site, String why) {
        return ErrorCode.SR04001.error(site.name(), why);
    }
}
