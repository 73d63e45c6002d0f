package org.junheng.intake.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.intake.DeliveryNotFound;
import org.junheng.intake.DeliveryRefused;
import org.junheng.job.Jobs;
import org.junheng.web.HomeTile;
import org.junheng.web.NavigationEntry;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Uploading a hospital's file, its report row by row, correcting what was rejected. */
@Controller
class IntakePages {

    private static final int SHOWN = 50;

    private final BirthNotices notices;
    private final JdbcDeliveries deliveries;
    private final Jobs jobs;

    IntakePages(BirthNotices notices, JdbcDeliveries deliveries, Jobs jobs) {
        this.notices = notices;
        this.deliveries = deliveries;
        this.jobs = jobs;
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BIRTH_NOTICE)
    @GetMapping("/intake")
    String overview(Model model) {
        model.addAttribute("deliveries", deliveries.list(SHOWN));
        return "intake/overview";
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BIRTH_NOTICE)
    @PostMapping("/intake/files")
    String upload(@RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        var content = file.getBytes();
        try {
            var parcel = new BirthNotices.Parcel(
                    "file", Optional.ofNullable(file.getOriginalFilename()), sha256(content), NoticeFile.read(content));
            var job = jobs.start("birth-notices", progress -> "/intake/deliveries/" + notices.take(parcel, progress));
            return "redirect:/jobs/" + job;
        } catch (DeliveryRefused refused) {
            redirect.addFlashAttribute(
                    "refused", Text.of("intake.refused." + refused.reason().name(), refused.values()[1]));
            return "redirect:/intake";
        }
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BIRTH_NOTICE)
    @GetMapping("/intake/deliveries/{id}")
    String delivery(@PathVariable UUID id, Model model) {
        model.addAttribute("report", deliveries.find(id).orElseThrow(() -> new DeliveryNotFound(id)));
        model.addAttribute("columns", NoticeColumn.values());
        return "intake/delivery";
    }

    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BIRTH_NOTICE)
    @PostMapping("/intake/deliveries/{id}/rows/{row}")
    String correct(
            @PathVariable UUID id,
            @PathVariable int row,
            @RequestParam Map<String, String> form,
            RedirectAttributes redirect) {
        var values = new EnumMap<NoticeColumn, String>(NoticeColumn.class);
        for (var column : NoticeColumn.values()) {
            var text = form.getOrDefault(column.code(), "").strip();
            if (!text.isEmpty()) {
                values.put(column, text);
            }
        }
        var findings = notices.correct(id, new NoticeRow(row, values));
        redirect.addFlashAttribute(
                "notice", Text.of(findings.isEmpty() ? "intake.corrected" : "intake.still-wrong", row));
        redirect.addFlashAttribute("again", findings);
        return "redirect:/intake/deliveries/" + id;
    }

    /** An empty file with the right headers and one line that explains itself. */
    @Access(
            roles = {Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.BIRTH_NOTICE)
    @GetMapping("/intake/template.csv")
    ResponseEntity<byte[]> template() {
        var header = Arrays.stream(NoticeColumn.values()).map(NoticeColumn::zh).collect(Collectors.joining(","));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"birth-notices.csv\"")
                .body(("\uFEFF" + header + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where these pages are found. */
    @Configuration
    static class Places {

        private static final Set<Role> OFFICERS = Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_REVIEWER);

        @Bean
        NavigationEntry intakeEntry() {
            return new NavigationEntry(120, "/intake", "intake.nav", "upload", OFFICERS);
        }

        @Bean
        NavigationEntry verificationsEntry() {
            return new NavigationEntry(121, "/intake/requests", "intake.verification.nav", "people", OFFICERS);
        }

        @Bean
        HomeTile intakeTile() {
            return new HomeTile(120, "/intake", "intake.tile", "upload", OFFICERS);
        }
    }
}
