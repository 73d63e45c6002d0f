package org.junheng.payment.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Accounts;
import org.junheng.access.Actors;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.web.ExcelExport;
import org.junheng.web.ExcelExport.Column;
import org.junheng.web.NavigationEntry;
import org.junheng.web.PageRequest;
import org.junheng.web.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Pay-rolls: made, looked through, approved, discarded, sent, taken out as files. */
@Controller
class PaymentPages {

    private static final String SCHEME = "childcare-subsidy";

    private final RollDesk desk;
    private final RollView view;
    private final BankFileExport export;
    private final ExcelExport excel;
    private final Accounts accounts;

    PaymentPages(RollDesk desk, RollView view, BankFileExport export, ExcelExport excel, Accounts accounts) {
        this.desk = desk;
        this.view = view;
        this.export = export;
        this.excel = excel;
        this.accounts = accounts;
    }

    @Access(
            roles = {Role.FINANCE_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.PAYMENT)
    @GetMapping("/payment")
    String overview(Model model) {
        model.addAttribute("overview", view.overview());
        model.addAttribute("mayMake", Actors.get().role() == Role.FINANCE_OFFICER);
        return "payment/overview";
    }

    @Access(roles = Role.FINANCE_OFFICER, purpose = Purpose.PAYMENT)
    @PostMapping("/payment/rolls")
    String make(@RequestParam(defaultValue = "false") boolean withUncorrected, RedirectAttributes redirect) {
        var area = Actors.get().areas().getFirst();
        return told(desk.make(new RollDesk.Order(area, SCHEME, withUncorrected)), "/payment", redirect);
    }

    @Access(
            roles = {Role.FINANCE_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.PAYMENT)
    @GetMapping("/payment/rolls/{id}")
    String open(@PathVariable UUID id, PageRequest request, Model model) {
        var opened = view.open(id, request);
        var actor = Actors.get();
        var draft = opened.roll().state() == RollState.DRAFT;
        var maker = opened.roll().made().by().equals(actor.subject());
        var finance = actor.role() == Role.FINANCE_OFFICER;
        model.addAttribute("opened", opened);
        model.addAttribute("titles", titles(opened.roll()));
        model.addAttribute("mayFreeze", draft && !maker);
        model.addAttribute("waitsForAnother", draft && maker);
        model.addAttribute("mayDiscard", draft && finance);
        model.addAttribute("maySend", finance && opened.roll().state() == RollState.FROZEN);
        model.addAttribute(
                "maySendAgain",
                finance
                        && opened.dispatch()
                                .filter(JdbcDues.Dispatch::inTrouble)
                                .isPresent());
        model.addAttribute("mayExport", finance && opened.roll().frozen().isPresent());
        model.addAttribute(
                "moving",
                opened.roll().state() == RollState.QUEUED || opened.roll().state() == RollState.AT_BANK);
        return "payment/roll";
    }

    /** Posts of those who made and froze it. */
    private Map<String, String> titles(Roll roll) {
        var hands = new ArrayList<String>(List.of(roll.made().by()));
        roll.frozen().ifPresent(freeze -> hands.add(freeze.hand().by()));
        return accounts.listTitles(hands, LocaleContextHolder.getLocale());
    }

    @Access(
            roles = {Role.FINANCE_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.PAYMENT)
    @PostMapping("/payment/rolls/{id}/freeze")
    String freeze(@PathVariable UUID id, RedirectAttributes redirect) {
        return told(desk.freeze(id), "/payment/rolls/" + id, redirect);
    }

    @Access(roles = Role.FINANCE_OFFICER, purpose = Purpose.PAYMENT)
    @PostMapping("/payment/rolls/{id}/discard")
    String discard(@PathVariable UUID id, RedirectAttributes redirect) {
        return told(desk.discard(id), "/payment/rolls/" + id, redirect);
    }

    @Access(roles = Role.FINANCE_OFFICER, purpose = Purpose.PAYMENT)
    @PostMapping("/payment/rolls/{id}/send")
    String send(@PathVariable UUID id, RedirectAttributes redirect) {
        return told(desk.send(id), "/payment/rolls/" + id, redirect);
    }

    @Access(roles = Role.FINANCE_OFFICER, purpose = Purpose.PAYMENT)
    @PostMapping("/payment/rolls/{id}/send-again")
    String sendAgain(@PathVariable UUID id, RedirectAttributes redirect) {
        return told(desk.sendAgain(id), "/payment/rolls/" + id, redirect);
    }

    /** The bank's file, for handing it over otherwise than by the line to the bank. */
    @Access(roles = Role.FINANCE_OFFICER, purpose = Purpose.PAYMENT)
    @GetMapping("/payment/rolls/{id}/bank.csv")
    void bankFile(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        var roll = view.get(id);
        var frozen = roll.frozen().orElseThrow(() -> new RollView.RollNotFound(id));
        export.check(roll);
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(roll.number() + ".csv")
                        .build()
                        .toString());
        response.setHeader("X-Sha256", frozen.hex());
        export.write(id, response.getOutputStream());
    }

    /** The office's own list, payees masked. */
    @Access(
            roles = {Role.FINANCE_OFFICER, Role.COUNTY_REVIEWER},
            purpose = Purpose.PAYMENT)
    @GetMapping("/payment/rolls/{id}/lines.xlsx")
    void lines(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        view.get(id);
        var columns = List.<Column<RollView.MaskedLine>>of(
                new Column<>("payment.line", each -> each.line().line()),
                new Column<>("payment.holder", RollView.MaskedLine::holder),
                new Column<>("payment.account", RollView.MaskedLine::account),
                new Column<>("payment.town", each -> each.line().what().area()),
                new Column<>("payment.period", each -> each.line().what().period()),
                new Column<>("payment.amount", each -> each.line().what().amount()),
                new Column<>(
                        "payment.result",
                        each -> Text.of("payment.result." + each.line().result().state())));
        excel.send(response, "payment.lines", columns, view.listAll(id).stream());
    }

    private static String told(RollOutcome outcome, String stay, RedirectAttributes redirect) {
        redirect.addFlashAttribute("notice", words(outcome));
        return "redirect:"
                + (outcome instanceof RollOutcome.Done(var roll, var state) ? "/payment/rolls/" + roll : stay);
    }

    private static Text words(RollOutcome outcome) {
        return switch (outcome) {
            case RollOutcome.Done(var roll, var state) -> Text.of("payment.done." + state.code());
            case RollOutcome.NothingDue() -> Text.of("payment.nothing-due");
            case RollOutcome.NotNow() -> Text.of("payment.not-now");
            case RollOutcome.SamePerson() -> Text.of("payment.same-person");
            case RollOutcome.ChangedSince(var lines) -> Text.of("payment.changed-since", lines);
        };
    }

    @Configuration
    static class Entry {

        @Bean
        NavigationEntry paymentEntry() {
            return new NavigationEntry(
                    300, "/payment", "payment.nav", "bank", Set.of(Role.FINANCE_OFFICER, Role.COUNTY_REVIEWER));
        }
    }
}
