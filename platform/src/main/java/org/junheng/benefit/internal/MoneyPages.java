package org.junheng.benefit.internal;

import java.util.List;
import java.util.UUID;
import org.junheng.access.Access;
import org.junheng.access.Purpose;
import org.junheng.access.Role;
import org.junheng.benefit.ClaimNotFound;
import org.junheng.benefit.PaymentProgress;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What became of the money of a granted claim, and another account where the bank returned it. */
@Controller
class MoneyPages {

    private final JdbcClaims claims;
    private final ClaimDesk desk;
    private final PaymentProgress payments;
    private final MoneyStatus status;
    private final TransactionTemplate work;

    MoneyPages(
            JdbcClaims claims, ClaimDesk desk, PaymentProgress payments, MoneyStatus status, TransactionTemplate work) {
        this.claims = claims;
        this.desk = desk;
        this.payments = payments;
        this.status = status;
        this.work = work;
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @GetMapping("/benefits/claims/{id}/payments")
    String payments(@PathVariable UUID id, Model model) {
        var claim = work.execute(transaction -> claims.find(id)).orElseThrow(() -> new ClaimNotFound(id));
        var progress = payments.listOf(claim.unit());
        model.addAttribute("claim", claim);
        model.addAttribute("payments", progress);
        model.addAttribute("money", status.of(List.of(claim)).get(claim.id()));
        return "benefit/payments";
    }

    @Access(roles = Role.FAMILY, purpose = Purpose.OWN_AFFAIRS)
    @PostMapping("/benefits/claims/{id}/account")
    String correct(
            @PathVariable UUID id,
            @RequestParam String holder,
            @RequestParam String number,
            RedirectAttributes redirect) {
        var outcome = desk.changeAccount(id, new ClaimDesk.TypedAccount(holder, number));
        redirect.addFlashAttribute("notice", ReviewPages.told(outcome));
        return "redirect:/benefits/claims/" + id + "/payments";
    }
}
