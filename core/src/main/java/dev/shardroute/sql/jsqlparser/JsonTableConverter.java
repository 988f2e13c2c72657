package dev.shardroute.sql.jsqlparser;

import dev.shardroute.sql.ast.JsonTable;
import dev.shardroute.sql.ast.JsonTable.Column;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.JsonTableFunction;
import net.sf.jsqlparser.expression.JsonTableFunction.JsonTableColumnDefinition;
import net.sf.jsqlparser.expression.JsonTableFunction.JsonTableColumnsClause;
import net.sf.jsqlparser.expression.JsonTableFunction.JsonTableNestedColumnDefinition;
import net.sf.jsqlparser.expression.JsonTableFunction.JsonTableValueColumnDefinition;
import org.jspecify.annotations.Nullable;

/** Converts JSON_TABLE. */
final class JsonTableConverter {
    private final Conversion conversion;
    private final Pieces pieces;

    JsonTableConverter(Conversion conversion) {
        this.conversion = conversion;
        this.pieces = conversion.pieces();
    }

    JsonTable convert(JsonTableFunction table, String alias) {
        Refusal.any(table.getPassingClauses(), "PASSING");
        Refusal.present(table.getPathName(), "a name of a path");
        Refusal.present(table.getPlanClause(), "PLAN");
        Refusal.present(table.getOnErrorClause(), "ON ERROR of a whole JSON_TABLE");
        Refusal.present(table.getOnEmptyClause(), "ON EMPTY of a whole JSON_TABLE");
        Refusal.present(table.getParsingTypeClause(), "TYPE in JSON_TABLE");
        Refusal.when(table.getFormatJson(), "FORMAT JSON");
        ExpressionConverter expressions = conversion.expressions();
        return new JsonTable(expressions.convert(table.getJsonInputExpression()),
                expressions.convert(table.getJsonPathExpression()), columns(table.getColumnsClause()), alias);
    }

    private List<Column> columns(@Nullable JsonTableColumnsClause clause) {
        conversion.enter();
        List<Column> columns = new ArrayList<>();
        for (JsonTableColumnDefinition column : Refusal.required(clause, "COLUMNS").getColumnDefinitions()) {
            columns.add(switch (column) {
                case JsonTableNestedColumnDefinition nested -> nested(nested);
                case JsonTableValueColumnDefinition value -> value(value);
                default -> throw Refusal.ofNode(column);
            });
        }
        Refusal.when(columns.isEmpty(), "JSON_TABLE without columns");
        conversion.leave();
        return columns;
    }

    private Column nested(JsonTableNestedColumnDefinition nested) {
        Refusal.present(nested.getPathName(), "a name of a path");
        return new Column.Nested(conversion.expressions().convert(nested.getPathExpression()),
                columns(nested.getColumnsClause()));
    }

    private Column value(JsonTableValueColumnDefinition column) {
        String name = pieces.name(column.getColumnName());
        if (column.isForOrdinality()) {
            return new Column.Ordinality(name);
        }
        Refusal.when(column.isFormatJson() || column.getEncoding() != null, "FORMAT JSON");
        Refusal.present(column.getWrapperClause(), "WRAPPER");
        Refusal.present(column.getQuotesClause(), "QUOTES");
        Refusal.present(column.getScalarsType(), "SCALARS");
        JsonConverter json = conversion.expressions().functions().json();
        String type = Refusal.required(column.getDataType(), "type").toString();
        return new Column.Path(name, pieces.columnType(type), column.isExists(),
                conversion.expressions().convert(column.getPathExpression()),
                json.fallback(column.getOnEmptyBehavior()), json.fallback(column.getOnErrorBehavior()));
    }
}
