package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.AlterVschema;
import dev.shardroute.sql.ast.AlterVschema.Parameter;
import dev.shardroute.sql.ast.AlterVschema.VindexDefinition;
import dev.shardroute.sql.ast.VitessStatement;
import dev.shardroute.sql.ast.VitessStatement.AlterMigration;
import dev.shardroute.sql.ast.VitessStatement.Vstream;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Prints the statements that Vitess has and MySQL has not. */
final class VitessStatementPrinter {
    /** What a vindex's parameter can be called without quotes; reserved words are among it. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[a-zA-Z_]\\w*");
    /** What its value can be without quotes of any kind. */
    private static final Pattern PLAIN_VALUE = Pattern.compile("[a-zA-Z_]\\w*(\\.[a-zA-Z_]\\w*)?|\\d+");

    private final SqlWriter out;
    private final ExpressionPrinter expressions;
    private final SessionStatementPrinter parts;

    VitessStatementPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
        this.parts = new SessionStatementPrinter(out, expressions);
    }

    void print(VitessStatement statement) {
        switch (statement) {
            case VitessStatement.Vexplain(var comments, var type, var explained) -> {
                parts.printVerb("vexplain", comments);
                out.append(type.name().toLowerCase(Locale.ROOT)).append(" ");
                new StatementPrinter(out, expressions).print(explained);
            }
            case VitessStatement.Stream(var comments, var item, var table) -> {
                parts.printVerb("stream", comments);
                new QueryPrinter(out, expressions).print(item);
                out.append(" from ").tableName(table);
            }
            case Vstream vstream -> print(vstream);
            case AlterMigration alter -> print(alter);
            case VitessStatement.RevertMigration(var comments, var uuid) -> {
                parts.printVerb("revert", comments);
                parts.printOptional("vitess_migration ", SessionStatementPrinter.text(uuid));
            }
            case AlterVschema alter -> {
                out.append("alter vschema ");
                print(alter);
            }
        }
    }

    private void print(Vstream vstream) {
        parts.printVerb("vstream", vstream.comments());
        new QueryPrinter(out, expressions).print(vstream.item());
        out.append(" from ").tableName(vstream.table());
        parts.printOptional(" where ", vstream.where());
        new ClausePrinter(out, expressions).printLimit(vstream.limit());
    }

    private void print(AlterMigration alter) {
        out.append("alter vitess_migration ");
        if (alter.uuid() != null) {
            parts.printOptional("", SessionStatementPrinter.text(alter.uuid()));
            out.append(" ");
        }
        out.append(alter.action()).append(alter.uuid() == null ? " all" : "");
        alter.options().forEach(option -> {
            out.append(option.name().isEmpty() ? "" : " ").append(option.name());
            parts.printOptional(" ", option.value());
        });
    }

    private void print(AlterVschema alter) {
        switch (alter) {
            case AlterVschema.CreateVindex(var name, var definition) -> {
                out.append("create vindex ").tableName(name);
                print(definition);
            }
            case AlterVschema.DropVindex(var name) -> out.append("drop vindex ").tableName(name);
            case AlterVschema.AddTable(var table) -> out.append("add table ").tableName(table);
            case AlterVschema.DropTable(var table) -> out.append("drop table ").tableName(table);
            case AlterVschema.AddColumnVindex(var table, var vindex, var columns, var definition) -> {
                out.append("on ").tableName(table).append(" add vindex ").name(vindex);
                out.append(" (").list(columns, ", ", out::name).append(")");
                print(definition);
            }
            case AlterVschema.DropColumnVindex(var table, var vindex) ->
                    out.append("on ").tableName(table).append(" drop vindex ").name(vindex);
            case AlterVschema.AddSequence(var sequence) -> out.append("add sequence ").tableName(sequence);
            case AlterVschema.DropSequence(var sequence) -> out.append("drop sequence ").tableName(sequence);
            case AlterVschema.AddAutoIncrement(var table, var column, var sequence) -> {
                out.append("on ").tableName(table).append(" add auto_increment ").name(column);
                out.append(" using ").tableName(sequence);
            }
            case AlterVschema.DropAutoIncrement(var table) ->
                    out.append("on ").tableName(table).append(" drop auto_increment");
        }
    }

    private void print(VindexDefinition definition) {
        if (definition.type() != null) {
            out.append(" using ").name(definition.type());
        }
        List<Parameter> parameters = definition.parameters();
        out.append(parameters.isEmpty() ? "" : " with ").list(parameters, ", ", this::print);
    }

    private void print(Parameter parameter) {
        printWord(parameter.name(), PLAIN_NAME);
        out.append("=");
        if (parameter.quoted()) {
            expressions.print(SessionStatementPrinter.text(parameter.value()));
        } else {
            printWord(parameter.value(), PLAIN_VALUE);
        }
    }

    private void printWord(String word, Pattern plain) {
        if (plain.matcher(word).matches()) {
            out.append(word);
        } else {
            out.name(word);
        }
    }
}
