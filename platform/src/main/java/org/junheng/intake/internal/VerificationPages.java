package org.junheng.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.intake.internal.VerificationDesk.Answer;
import org.junheng.intake.internal.VerificationDesk.Outcome;
import org.junheng.register.Links;
import org.junheng.register.PersonSearch;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Requests to verify a provisional person: the list, one of them with those it may be, the answer. */
@Controller
class VerificationPages {

    private static final int CANDIDATES = 20;

    private final VerificationDesk desk;
    private final JdbcVerifications verifications;
    private final Register register;
    private final Links links;

    VerificationPages(VerificationDesk desk, JdbcVerifications verifications, Register register, Links links) {
        this.desk = desk;
        this.verifications = verifications;
        this.register = register;
        this.links = links;
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BIRTH_NOTICE)
    @GetMapping("/intake/requests")
    String list(PageRequest request, Model model) {
        var page = verifications.list(request);
        model.addAttribute("page", page);
        model.addAttribute(
                "faces",
                faces(page.items().stream().map(VerificationRequest::person).toList()));
        return "intake/requests";
    }

    private Map<UUID, PersonSummary> faces(List<UUID> persons) {
        return register.listSummaries(persons).stream()
                .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BIRTH_NOTICE)
    @GetMapping("/intake/requests/{id}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "") String q, Model model) {
        var request = desk.get(id);
        boolean answers = VerificationDesk.mayAnswer(request);
        model.addAttribute("request", request);
        model.addAttribute("face", desk.face(request).orElse(null));
        model.addAttribute("answers", answers);
        model.addAttribute("settles", VerificationDesk.maySettle(request));
        model.addAttribute("q", q);
        model.addAttribute("candidates", answers ? candidates(request, q.strip()) : List.of());
        return "intake/request";
    }

    /** Those alike, then those the officer looked for. */
    private List<PersonSummary> candidates(VerificationRequest request, String q) {
        var found = new ArrayList<>(register.listSummaries(links.listAlike(request.person())));
        if (!q.isEmpty()) {
            register.search(new PersonSearch(q, Optional.empty(), 0, CANDIDATES)).persons().stream()
                    .filter(face -> !face.provisional() && !found.contains(face))
                    .forEach(found::add);
        }
        return found;
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BIRTH_NOTICE)
    @PostMapping("/intake/requests/{id}")
    String answer(
            @PathVariable UUID id,
            @RequestParam String answer,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String note,
            RedirectAttributes redirect) {
        return told(id, said(answer, person).map(said -> desk.answer(id, said, note.strip())), redirect);
    }

    private static Optional<Answer> said(String answer, @Nullable UUID person) {
        return switch (answer) {
            case "ours" -> Optional.ofNullable(person).map(Answer.Ours::new);
            case "as-stated" -> Optional.of(new Answer.AsStated());
            case "unknown" -> Optional.of(new Answer.Unknown());
            default -> Optional.empty();
        };
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BIRTH_NOTICE)
    @PostMapping("/intake/requests/{id}/settled")
    String settle(@PathVariable UUID id, @RequestParam(defaultValue = "") String note, RedirectAttributes redirect) {
        return told(id, Optional.of(desk.settle(id, note.strip())), redirect);
    }

    private static String told(UUID id, Optional<Outcome> outcome, RedirectAttributes redirect) {
        var said = outcome.orElse(Outcome.CHOOSE_A_PERSON);
        redirect.addFlashAttribute(
                said == Outcome.TAKEN ? "notice" : "refused", Text.of("intake.verification.told." + said.name()));
        return "redirect:/intake/requests/" + id;
    }
}
