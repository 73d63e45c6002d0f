package org.junheng.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junheng.PlatformTest;
import org.junheng.database.Loader;
import org.junheng.kernel.AreaCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class ActorTest {

    private static final Actor OFFICER = new Actor(
            "officer",
            Role.TOWNSHIP_OFFICER,
            List.of(AreaCode.of("330329100")),
            Purpose.SERVING_A_FAMILY,
            Optional.empty());

    @Autowired
    private JdbcClient app;

    @Autowired
    private TransactionTemplate work;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Test
    void the_database_knows_who_acts_for_the_length_of_a_transaction() {
        var told = Actors.call(
                OFFICER,
                () -> work.execute(s -> app.sql("SELECT access.subject() || ' ' || access.person_areas()")
                        .query(String.class)
                        .single()));

        assertThat(told).isEqualTo("officer {[330329100000,330329101000)}");
        assertThat(app.sql("SELECT access.subject()").query(String.class).optional())
                .isEmpty();
    }

    @Test
    void the_application_role_is_neither_superuser_nor_owner_and_cannot_bypass_row_security() {
        var role = app.sql("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
                .query(Boolean.class)
                .single();
        var owned = app.sql("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
                .query(Integer.class)
                .single();

        assertThat(role).isFalse();
        assertThat(owned).isZero();
    }

    @Test
    void the_ledger_can_be_changed_by_nobody_who_serves_requests_or_loads() {
        assertThatThrownBy(() ->
                        app.sql("UPDATE register.life_event SET kind = 'death'").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> loader.sql("DELETE FROM register.life_event").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
