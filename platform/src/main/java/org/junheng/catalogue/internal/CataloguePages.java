package org.junheng.catalogue.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.catalogue.ReleaseNotFound;
import org.junheng.catalogue.SchemeNotFound;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.policy.GoldenCase;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What officers read of a scheme, and how two persons release a new one. */
@Controller
class CataloguePages {

    private final ReleasedSchemes schemes;
    private final JdbcReleases releases;
    private final ReleaseDesk desk;
    private final Clock clock;

    CataloguePages(ReleasedSchemes schemes, JdbcReleases releases, ReleaseDesk desk, Clock clock) {
        this.schemes = schemes;
        this.releases = releases;
        this.desk = desk;
        this.clock = clock;
    }

    /** A golden case as the page shows it. */
    record ShownCase(String id, String title, LocalDate on, String outcome, String expected) {}

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST, Role.AUDITOR},
            purpose = Purpose.UPKEEP)
    @GetMapping("/catalogue")
    String overview(Model model) {
        model.addAttribute(
                "schemes",
                schemes.book().schemes().stream()
                        .map(each -> SchemeView.of(each, LocaleContextHolder.getLocale(), today()))
                        .toList());
        model.addAttribute("releases", releases.list());
        model.addAttribute("mayUpload", mayUpload());
        return "catalogue/overview";
    }

    private static boolean mayUpload() {
        var role = Actors.get().role();
        return role == Role.COUNTY_REVIEWER || role == Role.COUNTY_ANALYST;
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST, Role.AUDITOR},
            purpose = Purpose.UPKEEP)
    @GetMapping("/catalogue/{id}")
    String scheme(@PathVariable String id, Model model) {
        var scheme = schemes.book().find(id).orElseThrow(() -> new SchemeNotFound(id));
        model.addAttribute("scheme", SchemeView.of(scheme, LocaleContextHolder.getLocale(), today()));
        model.addAttribute(
                "cases",
                schemes.cases().stream()
                        .filter(each -> each.scheme().equals(id))
                        .map(CataloguePages::shown)
                        .toList());
        return "catalogue/officer";
    }

    private static ShownCase shown(GoldenCase each) {
        var amount = each.expected().amount().map(sum -> " ¥" + sum).orElse("");
        var fails = each.expected().fails();
        var missing = each.expected().missing();
        return new ShownCase(
                each.id(),
                each.title().in(LocaleContextHolder.getLocale()),
                each.on(),
                each.expected().outcome(),
                (amount + " " + String.join(", ", fails) + String.join(", ", missing)).strip());
    }

    @Access(
            roles = {Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.UPKEEP)
    @PostMapping("/catalogue/releases")
    String upload(
            @RequestParam(defaultValue = "") String scheme,
            @RequestParam(required = false) List<MultipartFile> files,
            RedirectAttributes redirect) {
        return told(desk.upload(scheme.strip(), contents(files == null ? List.of() : files)), "/catalogue", redirect);
    }

    private static Map<String, String> contents(List<MultipartFile> files) {
        var contents = new TreeMap<String, String>();
        for (var file : files) {
            try {
                if (!file.isEmpty()) {
                    var name = String.valueOf(file.getOriginalFilename());
                    contents.put(name, new String(file.getBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }

    @Access(
            roles = {Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST, Role.AUDITOR},
            purpose = Purpose.UPKEEP)
    @GetMapping("/catalogue/releases/{id}")
    String release(@PathVariable UUID id, Model model) {
        var release = releases.list().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ReleaseNotFound(id));
        var open = release.state().equals("uploaded") && mayUpload();
        var own = release.uploaded().by().equals(Actors.get().subject());
        model.addAttribute("release", release);
        model.addAttribute("files", releases.listFiles(id));
        model.addAttribute("faults", releases.listFaults(id));
        model.addAttribute(
                "english", LocaleContextHolder.getLocale().getLanguage().equals("en"));
        model.addAttribute("mayRelease", open && !own && release.faults() == 0);
        model.addAttribute("mayDiscard", open);
        model.addAttribute("waits", open && own && release.faults() == 0);
        return "catalogue/release";
    }

    @Access(
            roles = {Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.UPKEEP)
    @PostMapping("/catalogue/releases/{id}/release")
    String confirm(@PathVariable UUID id, RedirectAttributes redirect) {
        return told(desk.release(id), "/catalogue/releases/" + id, redirect);
    }

    @Access(
            roles = {Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST},
            purpose = Purpose.UPKEEP)
    @PostMapping("/catalogue/releases/{id}/discard")
    String discard(@PathVariable UUID id, RedirectAttributes redirect) {
        return told(desk.discard(id), "/catalogue/releases/" + id, redirect);
    }

    private static String told(ReleaseDesk.Act act, String otherwise, RedirectAttributes redirect) {
        return switch (act) {
            case ReleaseDesk.Act.Done(var release) -> {
                redirect.addFlashAttribute("notice", Text.of("catalogue.done"));
                yield "redirect:/catalogue/releases/" + release;
            }
            case ReleaseDesk.Act.Refused(var reason) -> {
                redirect.addFlashAttribute("refused", Text.of("catalogue.refused." + reason));
                yield "redirect:" + otherwise;
            }
        };
    }

    private LocalDate today() {
        return AdministrativeTime.dayOf(clock.instant());
    }

    @Configuration
    static class Offers {

        private static final Set<Role> OFFICERS =
                EnumSet.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER, Role.COUNTY_ANALYST, Role.AUDITOR);

        @Bean
        NavigationEntry familySchemesEntry() {
            return new NavigationEntry(260, "/schemes/mine", "catalogue.mine.nav", "book", Set.of(Role.FAMILY));
        }

        @Bean
        NavigationEntry catalogueEntry() {
            return new NavigationEntry(270, "/catalogue", "catalogue.nav", "book", OFFICERS);
        }

        @Bean
        HomeTile familySchemesTile() {
            return new HomeTile(40, "/schemes/mine", "catalogue.tile", "book", Set.of(Role.FAMILY));
        }
    }
}
