package dev.shardroute.vindex;

import dev.shardroute.key.KeyspaceId;
import dev.shardroute.type.BindValue;
import dev.shardroute.type.Row;
import dev.shardroute.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Answers queries by a function, and remembers them. */
final class RecordingSession implements LookupSession {
    private final Function<LookupQuery, List<Row>> answers;
    private final List<LookupQuery> queries = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private boolean isWriting;
    private boolean hasTransaction = true;

    RecordingSession(Function<LookupQuery, List<Row>> answers) {
        this.answers = answers;
    }

    /** The session of a statement that writes inside a transaction. */
    static RecordingSession writing(Function<LookupQuery, List<Row>> answers) {
        RecordingSession session = new RecordingSession(answers);
        session.isWriting = true;
        return session;
    }

    void loseTransaction() {
        hasTransaction = false;
    }

    @Override
    public List<Row> execute(LookupQuery query) {
        String order = switch (query.order()) {
            case NORMAL -> "";
            case PRE -> "Pre";
            case POST -> "Post";
            case AUTOCOMMIT -> "Autocommit";
        };
        return answer("Execute" + order, query);
    }

    @Override
    public List<Row> executeOn(String keyspace, KeyspaceId id, LookupQuery query) {
        return answer("ExecuteKeyspaceID", query);
    }

    private List<Row> answer(String how, LookupQuery query) {
        queries.add(query);
        StringBuilder binds = new StringBuilder();
        new TreeMap<>(query.binds().values()).forEach((name, value) -> binds.append(binds.isEmpty() ? "" : " ")
                .append('{').append(name).append(' ').append(text(value)).append('}'));
        log.add(how + " " + query.sql() + " [" + binds + "] " + query.writes());
        return answers.apply(query);
    }

    /** The members of a list are not in Vitess's log. */
    private static String text(BindValue value) {
        return value instanceof Value single ? single.text() : "";
    }

    @Override
    public boolean isWritingInTransaction() {
        return isWriting;
    }

    @Override
    public boolean isUpdateOrDelete() {
        return false;
    }

    @Override
    public boolean hasTransaction() {
        return hasTransaction;
    }

    List<LookupQuery> queries() {
        return queries;
    }

    List<String> sql() {
        return queries.stream().map(LookupQuery::sql).toList();
    }

    /** A line for each query, as Vitess's tests write it. */
    List<String> log() {
        return log;
    }
}
