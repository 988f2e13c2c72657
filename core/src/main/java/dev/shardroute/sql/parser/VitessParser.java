package dev.shardroute.sql.parser;

import dev.shardroute.sql.ast.Expression.Literal;
import dev.shardroute.sql.ast.SelectItem;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.VitessStatement.AlterMigration;
import dev.shardroute.sql.ast.VitessStatement.MigrationOption;
import dev.shardroute.sql.ast.VitessStatement.RevertMigration;
import dev.shardroute.sql.ast.VitessStatement.Stream;
import dev.shardroute.sql.ast.VitessStatement.Vexplain;
import dev.shardroute.sql.ast.VitessStatement.VexplainType;
import dev.shardroute.sql.ast.VitessStatement.Vstream;
import dev.shardroute.sql.lex.Keyword;
import dev.shardroute.sql.lex.TokenKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses Vitess's own statements; {@link VschemaParser} has ALTER VSCHEMA. */
final class VitessParser {
    private final TokenCursor cursor;
    private final ExpressionParser expressions;
    private final ClauseParser clauses;
    private final SessionClauses parts;

    VitessParser(TokenCursor cursor, ExpressionParser expressions, ClauseParser clauses) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.clauses = clauses;
        this.parts = new SessionClauses(cursor, expressions);
    }

    /** {@code explained} parses the statement that is explained. */
    Vexplain parseVexplain(Supplier<Statement> explained) {
        List<String> comments = cursor.commentsAfterVerb();
        VexplainType type = switch (cursor.keyword()) {
            case ALL -> VexplainType.ALL;
            case KEYS -> VexplainType.KEYS;
            case PLAN -> VexplainType.PLAN;
            case QUERIES -> VexplainType.QUERIES;
            case TRACE -> VexplainType.TRACE;
            default -> null;
        };
        if (type == null) {
            return new Vexplain(comments, VexplainType.PLAN, explained.get());
        }
        cursor.advance();
        return new Vexplain(comments, type, explained.get());
    }

    Stream parseStream() {
        List<String> comments = cursor.commentsAfterVerb();
        return new Stream(comments, item(), fromTable());
    }

    Vstream parseVstream() {
        List<String> comments = cursor.commentsAfterVerb();
        return new Vstream(comments, item(), fromTable(), clauses.where(), clauses.limit());
    }

    private SelectItem item() {
        if (cursor.accept(TokenKind.STAR)) {
            return new SelectItem.Star(null);
        }
        return new SelectItem.Item(expressions.parse(), clauses.alias());
    }

    private TableName fromTable() {
        cursor.expect(Keyword.FROM);
        return clauses.tableName();
    }

    RevertMigration parseRevert() {
        List<String> comments = cursor.commentsAfterVerb();
        cursor.expect(Keyword.VITESS_MIGRATION);
        return new RevertMigration(comments, parts.string());
    }

    AlterMigration parseAlterMigration() {
        parts.expect(Keyword.ALTER, Keyword.VITESS_MIGRATION);
        String uuid = cursor.at(TokenKind.STRING) ? cursor.take() : null;
        Keyword action = cursor.keyword();
        String words = action(uuid);
        if (uuid == null) {
            cursor.expect(Keyword.ALL);
        }
        return new AlterMigration(uuid, words, options(uuid, action));
    }

    private String action(@Nullable String uuid) {
        return switch (cursor.keyword()) {
            case CANCEL, CLEANUP, COMPLETE, FORCE_CUTOVER, LAUNCH, THROTTLE, UNTHROTTLE -> takeLower();
            case POSTPONE -> {
                parts.expect(Keyword.POSTPONE, Keyword.COMPLETE);
                yield "postpone complete";
            }
            case CUTOVER_THRESHOLD, RETRY -> {
                if (uuid == null) {
                    throw cursor.error("expected a migration's UUID");
                }
                yield takeLower();
            }
            default -> throw cursor.error("expected what to do with the migration");
        };
    }

    private List<MigrationOption> options(@Nullable String uuid, Keyword action) {
        return switch (action) {
            case COMPLETE, LAUNCH -> uuid == null ? List.of() : shards();
            case CUTOVER_THRESHOLD -> List.of(new MigrationOption("", parts.literal()));
            case THROTTLE -> throttle();
            default -> List.of();
        };
    }

    private List<MigrationOption> shards() {
        boolean some = cursor.accept(Keyword.VITESS_SHARDS);
        return some ? List.of(new MigrationOption("vitess_shards", parts.literal())) : List.of();
    }

    private List<MigrationOption> throttle() {
        List<MigrationOption> options = new ArrayList<>();
        if (cursor.accept(Keyword.EXPIRE)) {
            options.add(new MigrationOption("expire", parts.literal()));
        }
        if (cursor.accept(Keyword.RATIO)) {
            options.add(new MigrationOption("ratio", ratio()));
        }
        return options;
    }

    private Literal ratio() {
        if (cursor.at(TokenKind.DECIMAL) && expressions.parsePrimary() instanceof Literal ratio) {
            return ratio;
        }
        return parts.wholeNumber();
    }

    private String takeLower() {
        return cursor.take().toLowerCase(Locale.ROOT);
    }
}
