package org.junheng.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junheng.OwnPlatform;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a platform of its own: nobody else reads meanwhile. */
class SealerTest {

    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    private static final String READ = """
            INSERT INTO access.read_log (at, subject, role, purpose, action)
            VALUES (cast(:at AS timestamptz), 'township', 'TOWNSHIP_OFFICER', 'SERVING_A_FAMILY', 'open')
            """;

    @Test
    void closed_minutes_are_sealed_once_and_a_changed_entry_breaks_the_seal_of_its_minute(@TempDir Path data) {
        try (var platform = OwnPlatform.start(data)) {
            var sealer = platform.getBean(Sealer.class);
            var owner = JdbcClient.create(platform.getBean("ownerDataSource", DataSource.class));
            read(owner, MORNING);
            read(owner, MORNING.plusSeconds(59));
            read(owner, MORNING.plusSeconds(60));

            seal(sealer);
            seal(sealer);
            assertThat(check(sealer)).isEqualTo(new Sealer.Check(2, Optional.empty()));

            owner.sql("UPDATE access.read_log SET subject = 'nobody' WHERE at = cast(:at AS timestamptz)")
                    .param("at", MORNING.plusSeconds(60).toString())
                    .update();
            assertThat(check(sealer)).isEqualTo(new Sealer.Check(2, Optional.of(MORNING.plusSeconds(60))));
        }
    }

    private static void read(JdbcClient owner, Instant at) {
        owner.sql(READ).param("at", at.toString()).update();
    }

    private static void seal(Sealer sealer) {
        Actors.run(Actor.service("sealer", Purpose.AUDIT), () -> sealer.sealUntil(MORNING.plusSeconds(600)));
    }

    private static Sealer.Check check(Sealer sealer) {
        var auditor = new Actor("auditor", Role.AUDITOR, List.of(), Purpose.AUDIT, Optional.empty());
        return Actors.call(auditor, sealer::check);
    }
}
