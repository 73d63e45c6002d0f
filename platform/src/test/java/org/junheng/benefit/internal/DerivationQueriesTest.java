package org.junheng.benefit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junheng.PlatformTest;
import org.junheng.register.Stated;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Facts are loaded by the thousand, not one by one. */
@PlatformTest
class DerivationQueriesTest {

    private static final int CHILDREN = 1_000;

    private final TestFamilies families;
    private final Derivation derivation;

    DerivationQueriesTest(@Autowired ApplicationContext context) {
        families = new TestFamilies(context);
        derivation = context.getBean(Derivation.class);
    }

    @Test
    void the_facts_of_a_thousand_families_are_loaded_in_five_queries() {
        families.parents("thousand", "330329100");
        var notices = new ArrayList<Stated.Record>();
        for (int i = 0; i < CHILDREN; i++) {
            notices.add(
                    families.notice("thousand-" + i, "2025-%02d-%02d".formatted(1 + i % 12, 1 + i % 28), "thousand"));
        }
        var children = new HashMap<>(families.take(notices)).values();
        assertThat(children).doesNotHaveDuplicates().hasSizeGreaterThan(CHILDREN / 2);

        var all = statements(new ArrayList<>(children));

        var facts = all.stream().filter(sql -> sql.contains("FROM register.")).toList();
        System.out.printf(
                "derivation of %d children: %d statements, %d of them load facts%n",
                children.size(), all.size(), facts.size());
        assertThat(facts).hasSizeBetween(1, 5);
        assertThat(all).hasSizeLessThan(15);
    }

    private List<String> statements(List<UUID> children) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var before = logger.getLevel();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(heard);
        try {
            derivation.derive(children);
        } finally {
            logger.detachAppender(heard);
            logger.setLevel(before);
        }
        var thread = Thread.currentThread().getName();
        return List.copyOf(heard.list).stream()
                .filter(event -> event.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
