package org.junheng.payment.internal;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.payment.internal.ReturnDesk.Received;
import org.junheng.payment.internal.ReturnDesk.Report;
import org.junheng.payment.internal.ReturnDesk.Taken;
import org.junheng.web.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The bank's return files: uploaded by the finance officer, or posted by the bank itself. */
@Controller
class ReturnPages {

    private static final int HELD = 422;

    private final ReturnDesk desk;
    private final TransactionTemplate work;

    ReturnPages(ReturnDesk desk, TransactionTemplate work) {
        this.desk = desk;
        this.work = work;
    }

    @Access(roles = Role.FINANCE_OFFICER, purpose = Purpose.PAYMENT)
    @PostMapping("/payment/returns")
    String upload(
            @RequestParam MultipartFile file,
            @RequestParam Optional<Integer> lines,
            @RequestParam Optional<Long> totalFen,
            RedirectAttributes redirect)
            throws IOException {
        var taken = desk.take(new Received(file.getBytes(), Optional.empty(), lines, totalFen));
        redirect.addFlashAttribute("notice", words(taken));
        return "redirect:"
                + report(taken).map(each -> "/payment/returns/" + each.file()).orElse("/payment");
    }

    @Access(
            roles = {Role.FINANCE_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.PAYMENT)
    @GetMapping("/payment/returns/{file}")
    String report(@PathVariable UUID file, Model model) {
        model.addAttribute("report", work.execute(status -> desk.report(file)));
        return "payment/returns";
    }

    /**
     * Answer to the bank.
     *
     * @param outcome applied, repeated, held or unreadable
     * @param file our id of the file
     * @param lines lines by what became of them
     * @param problems lines that were not applied
     * @param detail what did not fit
     */
    record Answer(
            String outcome,
            @Nullable UUID file,
            Map<String, Long> lines,
            java.util.List<JdbcReturns.Problem> problems,
            String detail) {}

    @Access(roles = Role.BANK, purpose = Purpose.PAYMENT)
    @PostMapping("/api/payment/returns")
    ResponseEntity<Answer> receive(
            @RequestBody byte[] bytes,
            @RequestHeader(name = "X-Roll-Id", required = false) @Nullable UUID roll,
            @RequestHeader(name = "X-Lines", required = false) @Nullable Integer lines,
            @RequestHeader(name = "X-Total-Fen", required = false) @Nullable Long totalFen) {
        var taken = desk.take(new Received(
                bytes, Optional.ofNullable(roll), Optional.ofNullable(lines), Optional.ofNullable(totalFen)));
        return switch (taken) {
            case Taken.Applied(var report) -> ResponseEntity.ok(answer("applied", report, ""));
            case Taken.Repeated(var report) -> ResponseEntity.ok(answer("repeated", report, ""));
            case Taken.Held(var report, var stated, var counted) ->
                ResponseEntity.status(HELD)
                        .body(answer("held", report, "stated %s, counted %s".formatted(stated, counted)));
            case Taken.Unreadable(var why, var found) ->
                ResponseEntity.status(HELD)
                        .body(new Answer(
                                "unreadable",
                                null,
                                Map.of(),
                                java.util.List.of(),
                                "%s: expected %s, found %s".formatted(why, ReturnFile.required(), found)));
        };
    }

    private static Answer answer(String outcome, Report report, String detail) {
        return new Answer(outcome, report.file(), report.counts(), report.problems(), detail);
    }

    private static Optional<Report> report(Taken taken) {
        return switch (taken) {
            case Taken.Applied(var report) -> Optional.of(report);
            case Taken.Repeated(var report) -> Optional.of(report);
            case Taken.Held(var report, var stated, var counted) -> Optional.of(report);
            case Taken.Unreadable(var why, var found) -> Optional.empty();
        };
    }

    private static Text words(Taken taken) {
        return switch (taken) {
            case Taken.Applied(var report) ->
                Text.of("payment.returns.applied", report.counts().getOrDefault("applied", 0L));
            case Taken.Repeated(var report) -> Text.of("payment.returns.repeated");
            case Taken.Held(var report, var stated, var counted) -> Text.of("payment.returns.held", stated, counted);
            case Taken.Unreadable(var why, var found) ->
                Text.of("payment.returns.unreadable." + why, ReturnFile.required(), found);
        };
    }
}
