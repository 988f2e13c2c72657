package dev.shardroute.vschema;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.sql.SqlParser;
import dev.shardroute.sql.ast.Ddl;
import dev.shardroute.sql.ast.Ddl.Action;
import dev.shardroute.sql.ast.Ddl.Condition;
import dev.shardroute.sql.ast.Query;
import dev.shardroute.sql.ast.Statement;
import dev.shardroute.sql.ast.TableName;
import dev.shardroute.sql.ast.Use;
import dev.shardroute.sql.lex.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Follows the statements of one text, such as a dump, and collects what they define. Used once. */
final class DdlFacts {
    private static final Pattern AGGREGATE =
            Pattern.compile("create\\s+(or\\s+replace\\s+)?aggregate\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern UNIQUE_INDEX =
            Pattern.compile("create\\s+unique\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What dumps have around their rows. */
    private static final Pattern SWITCHES_KEYS =
            Pattern.compile(".*\\s(disable|enable)\\s+keys\\W*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final SchemaFacts.Builder facts;
    private final SqlParser parser;
    private final List<Finding> findings = new ArrayList<>();
    private Optional<String> keyspace;
    private int number;

    DdlFacts(SchemaFacts.Builder facts, Optional<String> keyspace, SqlParser parser) {
        this.facts = facts;
        this.keyspace = keyspace;
        this.parser = parser;
    }

    /** Adds what the text defines; gives what of it is not understood. */
    List<Finding> read(String ddl) {
        try {
            for (SqlText statement : parser.split(SqlText.of(ddl))) {
                number++;
                follow(statement);
            }
        } catch (ShardrouteException e) {
            findings.add(new Finding("$", e.getMessage()));
        }
        return findings;
    }

    private void follow(SqlText text) {
        try {
            Statement statement = parser.parse(text);
            if (statement instanceof Use use) {
                keyspace = Optional.of(use.database()).filter(name -> !name.isEmpty());
            } else if (statement instanceof Ddl ddl && !ddl.temporary()) {
                follow(ddl);
            }
        } catch (ShardrouteException e) {
            note(e.getMessage());
        }
    }

    private void note(String message) {
        findings.add(new Finding("statement " + number, message));
    }

    private void follow(Ddl ddl) {
        switch (ddl.kind()) {
            case TABLE -> table(ddl);
            case VIEW -> view(ddl);
            case INDEX -> {
                if (UNIQUE_INDEX.matcher(ddl.text()).matches()) {
                    note("a unique key is known only when the definition of the table has it");
                }
            }
            case FUNCTION -> function(ddl);
            case DATABASE, PROCEDURE, TRIGGER, EVENT, OTHER -> {
            }
        }
    }

    private void table(Ddl ddl) {
        switch (ddl.action()) {
            case CREATE -> inKeyspace(ddl.names().getFirst(), name -> createTable(name, ddl));
            case ALTER -> {
                if (!SWITCHES_KEYS.matcher(ddl.text()).matches()) {
                    note("ALTER TABLE is not followed; a table is known by its CREATE TABLE");
                }
            }
            case DROP -> drop(ddl);
            case RENAME -> rename(ddl.names());
            case TRUNCATE -> {
            }
        }
    }

    private void inKeyspace(TableName name, Consumer<Place> action) {
        Optional<String> there = Optional.ofNullable(name.qualifier()).or(() -> keyspace);
        there.ifPresentOrElse(found -> action.accept(new Place(found, name.name())),
                () -> note("'" + name.name() + "' is in no keyspace"));
    }

    private void createTable(Place place, Ddl ddl) {
        boolean known = facts.known(place.keyspace, place.name).isPresent();
        if (ddl.condition() == Condition.IF_NOT_EXISTS && known) {
            return;
        }
        if (!ddl.related().isEmpty()) {
            inKeyspace(ddl.related().getFirst(), from -> facts.known(from.keyspace, from.name).ifPresentOrElse(
                    same -> facts.table(place.keyspace, place.name, same.withoutForeignKeys()),
                    () -> note("table '" + from.name + "' is not known")));
        } else if (ddl.definition() == null || ddl.query() != null) {
            facts.table(place.keyspace, place.name, TableFacts.NONE);
            note("the columns of table '" + place.name + "' cannot be told from its definition");
        } else {
            facts.table(place.keyspace, place.name, TableFacts.of(ddl.definition()));
        }
    }

    private void drop(Ddl ddl) {
        ddl.names().forEach(name -> inKeyspace(name, place -> facts.forget(place.keyspace, place.name)));
    }

    private void rename(List<TableName> names) {
        for (int i = 0; i + 1 < names.size(); i += 2) {
            TableName to = names.get(i + 1);
            inKeyspace(names.get(i), from -> inKeyspace(to, place -> {
                Optional<TableFacts> moved = facts.known(from.keyspace, from.name);
                facts.forget(from.keyspace, from.name);
                moved.ifPresent(same -> facts.table(place.keyspace, place.name, same));
            }));
        }
    }

    private void view(Ddl ddl) {
        Query query = ddl.query();
        if (ddl.action() == Action.DROP) {
            drop(ddl);
        } else if (query == null) {
            note("the query of the view is not understood");
        } else {
            inKeyspace(ddl.names().getFirst(),
                    place -> facts.view(place.keyspace, place.name, ddl.columns(), query));
        }
    }

    private void function(Ddl ddl) {
        if (ddl.action() == Action.CREATE && AGGREGATE.matcher(ddl.text()).matches()) {
            inKeyspace(ddl.names().getFirst(), place -> facts.aggregateFunction(place.keyspace, place.name));
        }
    }

    private record Place(String keyspace, String name) {}
}
