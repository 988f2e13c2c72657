package dev.shardroute.sql.printer;

import dev.shardroute.sql.ast.DataType;
import dev.shardroute.sql.ast.JsonFallback;
import dev.shardroute.sql.ast.Precedence;
import dev.shardroute.sql.ast.SpecialForm;
import dev.shardroute.sql.ast.SpecialForm.Cast;
import dev.shardroute.sql.ast.SpecialForm.CharUsing;
import dev.shardroute.sql.ast.SpecialForm.Convert;
import dev.shardroute.sql.ast.SpecialForm.ConvertUsing;
import dev.shardroute.sql.ast.SpecialForm.Extract;
import dev.shardroute.sql.ast.SpecialForm.GroupConcat;
import dev.shardroute.sql.ast.SpecialForm.JsonValue;
import dev.shardroute.sql.ast.SpecialForm.Match;
import dev.shardroute.sql.ast.SpecialForm.Trim;
import dev.shardroute.sql.ast.SpecialForm.TrimSide;
import dev.shardroute.sql.ast.SpecialForm.WeightString;
import dev.shardroute.sql.ast.SpecialForm.Windowed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints the functions whose arguments have a grammar of their own. */
final class FormPrinter {
    private final SqlWriter out;
    private final ExpressionPrinter expressions;
    private final ClausePrinter clauses;

    FormPrinter(SqlWriter out, ExpressionPrinter expressions) {
        this.out = out;
        this.expressions = expressions;
        this.clauses = new ClausePrinter(out, expressions);
    }

    void print(SpecialForm form) {
        switch (form) {
            case Cast cast -> printCast(cast);
            case Convert convert -> printConvert(convert);
            case ConvertUsing convert -> printConvertUsing(convert);
            case CharUsing chars -> printCharUsing(chars);
            case Extract extract -> printExtract(extract);
            case Trim trim -> printTrim(trim);
            case WeightString weight -> printWeightString(weight);
            case GroupConcat concat -> printGroupConcat(concat);
            case JsonValue value -> printJsonValue(value);
            case Match match -> printMatch(match);
            case Windowed windowed -> printWindowed(windowed);
        }
    }

    private void printCast(Cast cast) {
        out.append("cast(");
        expressions.print(cast.operand());
        out.append(" as ");
        print(cast.type(), ", ");
        out.append(cast.array() ? " array)" : ")");
    }

    private void printConvert(Convert convert) {
        out.append("convert(");
        expressions.print(convert.operand());
        out.append(", ");
        print(convert.type(), ", ");
        out.append(")");
    }

    private void printConvertUsing(ConvertUsing convert) {
        out.append("convert(");
        expressions.print(convert.operand());
        out.append(" using ").charset(convert.charset()).append(")");
    }

    private void printCharUsing(CharUsing chars) {
        out.append("char(");
        expressions.printAll(chars.codes());
        out.append(" using ").charset(chars.charset()).append(")");
    }

    private void printExtract(Extract extract) {
        out.append("extract(").append(extract.unit().sql()).append(" from ");
        expressions.print(extract.operand());
        out.append(")");
    }

    private void printTrim(Trim trim) {
        out.append("trim(");
        if (trim.side() != TrimSide.DEFAULT) {
            out.append(trim.side().name().toLowerCase(Locale.ROOT)).append(" ");
        }
        if (trim.remove() != null) {
            expressions.print(trim.remove());
            out.append(" ");
        }
        out.append(trim.side() != TrimSide.DEFAULT || trim.remove() != null ? "from " : "");
        expressions.print(trim.operand());
        out.append(")");
    }

    private void printWeightString(WeightString weight) {
        out.append("weight_string(");
        expressions.print(weight.operand());
        if (weight.type() != null) {
            out.append(" as ");
            print(weight.type(), ", ");
        }
        out.append(")");
    }

    private void printGroupConcat(GroupConcat concat) {
        out.append(concat.distinct() ? "group_concat(distinct " : "group_concat(");
        expressions.printAll(concat.arguments());
        clauses.printOrder(concat.orderBy());
        if (concat.separator() != null) {
            out.append(" separator ").string(concat.separator());
        }
        clauses.printLimit(concat.limit());
        out.append(")");
    }

    private void printJsonValue(JsonValue value) {
        out.append("json_value(");
        expressions.print(value.document());
        out.append(", ");
        expressions.print(value.path());
        if (value.returning() != null) {
            out.append(" returning ");
            print(value.returning(), ", ");
        }
        printFallback(" ", value.onEmpty(), " on empty");
        printFallback(" ", value.onError(), " on error");
        out.append(")");
    }

    private void printMatch(Match match) {
        out.append("match(");
        expressions.printAll(match.columns());
        out.append(") against (");
        expressions.printOperand(match.pattern(), Precedence.BIT_OR);
        out.append(match.mode().sql()).append(")");
    }

    private void printWindowed(Windowed windowed) {
        expressions.print(windowed.function());
        out.append(windowed.nulls().sql()).append(" over ");
        clauses.print(windowed.window());
    }

    // parts of forms

    /** What is given where there is nothing, or an error; nothing for null. */
    void printFallback(String before, @Nullable JsonFallback fallback, String after) {
        if (fallback != null) {
            out.append(before);
            switch (fallback) {
                case JsonFallback.Fail fail -> out.append("error");
                case JsonFallback.ToNull none -> out.append("null");
                case JsonFallback.ToValue(var value) -> {
                    out.append("default ");
                    expressions.print(value);
                }
            }
            out.append(after);
        }
    }

    /** A type; in canonical SQL what is between the precision and the scale depends on where the type stands. */
    void print(DataType type, String separator) {
        out.append(type.name());
        if (type.length() != null) {
            out.append("(").append(type.length());
            out.append(type.scale() == null ? "" : separator + type.scale()).append(")");
        }
        if (!type.values().isEmpty()) {
            out.append("(").list(type.values(), ", ", out::string).append(")");
        }
        out.append(type.unsigned() ? " unsigned" : "").append(type.zerofill() ? " zerofill" : "");
        if (type.charset() != null) {
            out.append(" character set ").charset(type.charset());
        }
        out.append(type.binary() ? " binary" : "");
        if (type.collation() != null) {
            out.append(" collate ").charset(type.collation());
        }
    }
}
