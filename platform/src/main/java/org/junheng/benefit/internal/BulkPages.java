package org.junheng.benefit.internal;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.ClaimNotFound;
import org.junheng.register.PersonSummary;
import org.junheng.register.Register;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Clean claims confirmed together after a random sample was looked at one by one. */
@Controller
class BulkPages {

    private final BulkDesk desk;
    private final Register register;

    BulkPages(BulkDesk desk, Register register) {
        this.desk = desk;
        this.register = register;
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/bulk")
    String overview(Model model) {
        var percent = desk.samplePercent();
        var clean = desk.listClean();
        model.addAttribute("percent", percent);
        model.addAttribute("clean", clean.size());
        model.addAttribute("sampled", clean.isEmpty() ? 0 : BulkDesk.sampleSize(clean.size(), percent.value()));
        model.addAttribute("bulks", desk.listMine());
        return "benefit/bulks";
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BENEFIT_DECISION)
    @PostMapping("/benefits/bulk")
    String draw(RedirectAttributes redirect) {
        var drawn = desk.draw();
        if (drawn.isEmpty()) {
            redirect.addFlashAttribute("notice", Text.of("benefit.bulk.none"));
        }
        return drawn.map(id -> "redirect:/benefits/bulk/" + id).orElse("redirect:/benefits/bulk");
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BENEFIT_DECISION)
    @GetMapping("/benefits/bulk/{id}")
    String bulk(@PathVariable UUID id, Model model) {
        var drawn = desk.find(id).orElseThrow(() -> new ClaimNotFound(id));
        model.addAttribute("drawn", drawn);
        model.addAttribute(
                "faces", faces(drawn.items().stream().map(JdbcBulks.Item::unit).toList()));
        return "benefit/bulk";
    }

    private Map<UUID, String> faces(Collection<UUID> persons) {
        return register.listSummaries(persons).stream()
                .collect(Collectors.toMap(PersonSummary::id, PersonSummary::name));
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BENEFIT_DECISION)
    @PostMapping("/benefits/bulk/{id}/confirm")
    String confirm(@PathVariable UUID id, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                "notice",
                switch (desk.confirm(id)) {
                    case BulkDesk.BulkOutcome.Confirmed(var granted, var left) ->
                        Text.of("benefit.bulk.confirmed", granted, left);
                    case BulkDesk.BulkOutcome.NotYet _ -> Text.of("benefit.bulk.not-yet");
                });
        return "redirect:/benefits/bulk/" + id;
    }

    @Access(roles = Role.COUNTY_REVIEWER, purpose = Purpose.BENEFIT_DECISION)
    @PostMapping("/benefits/bulk/{id}/give-up")
    String giveUp(@PathVariable UUID id) {
        desk.giveUp(id);
        return "redirect:/benefits/bulk";
    }

    /** Where the page is found. */
    @Configuration
    static class BulkPlaces {

        @Bean
        NavigationEntry bulkEntry() {
            return new NavigationEntry(
                    150, "/benefits/bulk", "benefit.bulk.nav", "check", Set.of(Role.COUNTY_REVIEWER));
        }
    }
}
