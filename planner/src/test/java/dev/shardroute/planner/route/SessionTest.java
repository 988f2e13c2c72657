package dev.shardroute.planner.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.shardroute.error.ShardrouteException;
import dev.shardroute.key.TabletType;
import dev.shardroute.key.Target;
import dev.shardroute.planner.PlanningContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SessionTest {
    @Test
    void context_ofNothingChosen_isWhatItIsOtherwise() {
        assertEquals(PlanningContext.DEFAULT, Session.DEFAULT.context(TabletType.PRIMARY));
        assertEquals(new PlanningContext(Optional.empty(), TabletType.RDONLY),
                Session.DEFAULT.context(TabletType.RDONLY));
    }

    @Test
    void context_ofChosenTablets_isThose() {
        assertEquals(new PlanningContext(Optional.of("ks"), TabletType.REPLICA),
                session("ks@replica").context(TabletType.PRIMARY));
    }

    @Test
    void transaction_onOtherTabletsThanPrimaries_isRefused() {
        Session replica = session("ks@replica");
        assertEquals("SR05012: a transaction is open: it runs on primary tablets, not on replica",
                refusal(replica.withTransaction(true)));
        assertEquals(replica, replica.withTransaction(true).withTransaction(false));
        assertEquals(PlanningContext.of("ks"),
                session("ks@primary").withTransaction(true).context(TabletType.PRIMARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ks:-80", "ks/-80@primary", "ks[40-80]", "ks[d2fd]"})
    void partOfAKeyspace_isPlannedFor(String target) {
        Session session = session(target);
        assertEquals(PlanningContext.of("ks").withDestination(session.target().destination()),
                session.context(TabletType.PRIMARY));
    }

    @Test
    void oneTablet_isNotPlannedFor() {
        assertEquals("VT12001: unsupported: the target 'ks:-80@replica|zone1-0000000101', "
                + "which is tablet zone1-0000000101", refusal(session("ks:-80@replica|zone1-101")));
    }

    private static Session session(String target) {
        return new Session(Target.parse(target), false);
    }

    private static String refusal(Session session) {
        return assertThrows(ShardrouteException.class, () -> session.context(TabletType.PRIMARY)).getMessage();
    }
}
