package dev.shardroute.sql.normalize;

import dev.shardroute.sql.ast.Administration;
import dev.shardroute.sql.ast.CallProcedure;
import dev.shardroute.sql.ast.CommentOnly;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Delete;
import dev.shardroute.sql.ast.Do;
import dev.shardroute.sql.ast.Explain;
import dev.shardroute.sql.ast.Insert;
import dev.shardroute.sql.ast.PreparedStatement;
import dev.shardroute.sql.ast.Select;
import dev.shardroute.sql.ast.SetOperation;
import dev.shardroute.sql.ast.SetVariables;
import dev.shardroute.sql.ast.Show;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TransactionStatement;
import dev.shardroute.sql.ast.Update;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.ast.ValuesRows;
import dev.shardroute.sql.ast.VitessStatement;
import dev.shardroute.type.Binds;
import java.util.List;

/**
 * Makes statements independent of their literals and of the session, so that one plan serves all that differ in these
 * only. The steps, in their order: the session's limit and hints, the rewrites of expressions, bind variables for
 * literals, views and schemas. Immutable and thread-safe.
 */
public final class Normalizer {
    private final NormalizerOptions options;

    /** A normalizer with {@link NormalizerOptions#DEFAULTS}. */
    public Normalizer() {
        this(NormalizerOptions.DEFAULTS);
    }

    /** A normalizer with these options. */
    public Normalizer(NormalizerOptions options) {
        this.options = options;
    }

    /**
     * The statement normalized. Definitions, administration and transactions stay as they are.
     *
     * @throws dev.shardroute.error.ShardrouteException {@code SR01008} for a temporal literal that is wrong,
     *         {@code VT12001} for what only a shard could do to the session ({@code @a := 1}), {@code SR01010} and
     *         {@code SR01003} when views make the statement too large
     */
    public Normalized normalize(Statement statement) {
        Treatment treatment = treatment(statement);
        if (treatment == Treatment.NONE) {
            return new Normalized(statement, Binds.NONE, SessionNeeds.NONE, List.of());
        }
        BindNames names = new BindNames(options.prefix(), BindVariables.namesIn(statement));
        ReplaceSessionValues values = sessionValues(statement, names);
        RewriteStatement rewrites = new RewriteStatement(options, values);
        Statement rewritten = (Statement) rewrites.rewrite(limited(statement));
        Binds binds = Binds.NONE;
        if (options.parameterize() && treatment == Treatment.WITH_LITERALS) {
            ParameterizeLiterals literals = new ParameterizeLiterals(names);
            rewritten = (Statement) literals.convert(rewritten);
            binds = literals.binds();
        }
        Statement normalized = new RewriteTables(options, rewrites::rewrite).rewrite(rewritten);
        return new Normalized(normalized, binds, values.needs(), rewrites.stars());
    }

    private ReplaceSessionValues sessionValues(Statement statement, BindNames names) {
        boolean asksNoShard = statement instanceof Select select && select.from().isEmpty();
        ReplaceSessionValues values = new ReplaceSessionValues(names, options.sessionVariables(), asksNoShard);
        if (statement instanceof Show.Listing listing && showsVariables(listing.subject())) {
            values.needShownVariables();
        }
        return values;
    }

    private static boolean showsVariables(Show.Subject subject) {
        return subject == Show.Subject.VARIABLES || subject == Show.Subject.GLOBAL_VARIABLES;
    }

    private Statement limited(Statement statement) {
        Long limit = options.selectLimit();
        return limit == null ? statement : AddSelectLimit.add(statement, limit);
    }

    /** What is done with a kind of statement. */
    private enum Treatment {
        NONE, REWRITES, WITH_LITERALS
    }

    private static Treatment treatment(Statement statement) {
        return switch (statement) {
            case Select yes -> Treatment.WITH_LITERALS;
            case SetOperation yes -> Treatment.WITH_LITERALS;
            case Insert yes -> Treatment.WITH_LITERALS;
            case Update yes -> Treatment.WITH_LITERALS;
            case Delete yes -> Treatment.WITH_LITERALS;
            case CallProcedure yes -> Treatment.WITH_LITERALS;
            case VitessStatement.Vexplain yes -> Treatment.WITH_LITERALS;
            case ValuesRows yes -> Treatment.REWRITES;
            case SetVariables yes -> Treatment.REWRITES;
            case Do yes -> Treatment.REWRITES;
            case Show yes -> Treatment.REWRITES;
            case Explain yes -> Treatment.REWRITES;
            case VitessStatement yes -> Treatment.REWRITES;
            case Ddl no -> Treatment.NONE;
            case PreparedStatement no -> Treatment.NONE;
            case TransactionStatement no -> Treatment.NONE;
            case Administration no -> Treatment.NONE;
            case Use no -> Treatment.NONE;
            case CommentOnly no -> Treatment.NONE;
        };
    }
}
