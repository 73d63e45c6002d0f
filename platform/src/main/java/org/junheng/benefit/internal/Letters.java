package org.junheng.benefit.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.Page;
import org.junheng.web.PageRequest;
import org.junheng.web.Sort;
import org.junheng.worklist.Worklist;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters as pages show them, and issuing one. */
@Component
class Letters {

    private static final int EXPORTED = 10_000;

    private final JdbcLetters letters;
    private final JdbcClaims claims;
    private final JdbcDecisions decisions;
    private final Register register;
    private final Worklist worklist;
    private final TransactionTemplate work;

    Letters(
            JdbcLetters letters,
            JdbcClaims claims,
            JdbcDecisions decisions,
            Register register,
            Worklist worklist,
            TransactionTemplate work) {
        this.letters = letters;
        this.claims = claims;
        this.decisions = decisions;
        this.register = register;
        this.worklist = worklist;
        this.work = work;
    }

    List<JdbcLetters.Letter> listOf(UUID claim) {
        return work.execute(status -> letters.listOf(claim));
    }

    Page<JdbcLetters.Letter> list(PageRequest page) {
        return work.execute(
                status -> new Page<>(letters.list(page.sort(), page.limit(), page.offset()), page, letters.count()));
    }

    /** For a file: the latest so many. */
    List<JdbcLetters.Letter> listAll(Sort sort) {
        return work.execute(status -> letters.list(sort, EXPORTED, 0));
    }

    /** What a letter is written from: the decision as kept, the names as registered. */
    Optional<LetterText.Content> find(UUID id) {
        return work.execute(status -> letters.find(id).flatMap(letter -> {
            var concerns = letter.concerns();
            return decisions
                    .findExplanation(concerns.decision())
                    .flatMap(explanation -> claims.find(concerns.claim())
                            .map(claim -> new LetterText.Content(
                                    letter,
                                    explanation,
                                    claim.claimed().filedOn(),
                                    name(concerns.unit()),
                                    name(claim.applicant()),
                                    letter.issuedAt().map(AdministrativeTime::dayOf))));
        }));
    }

    private String name(UUID person) {
        return register.findSummary(person).map(PersonSummary::name).orElse("—");
    }

    /** Issues a draft; the family sees it from now on. Whether it was a draft until now. */
    boolean issue(UUID id) {
        return work.execute(status -> {
            boolean issued = letters.issue(id);
            if (issued) {
                worklist.close("benefit-letter:" + id);
            }
            return issued;
        });
    }
}
