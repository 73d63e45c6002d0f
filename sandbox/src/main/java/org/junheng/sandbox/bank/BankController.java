package org.junheng.sandbox.bank;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junheng.kernel.AdministrativeTime;
import org.junheng.kernel.Money;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The bank's pages: rolls received, the fate of every line, and how the bank behaves. */
@Controller
class BankController {

    private static final int LINES = 100;
    /** ID numbers, accounts, phones: the last four digits are enough to compare by. */
    private static final Pattern LONG_NUMBER = Pattern.compile("^\\d{7,}([0-9Xx]{4})$");

    private final Bank bank;
    private final ReturnSender sender;

    BankController(Bank bank, ReturnSender sender) {
        this.bank = bank;
        this.sender = sender;
    }

    @GetMapping("/bank")
    String page(Model model) {
        model.addAttribute("rolls", bank.listRolls());
        model.addAttribute("behaviour", bank.behaviour());
        model.addAttribute("reasons", Behaviour.Reason.values());
        model.addAttribute("faults", Behaviour.Fault.values());
        model.addAttribute("zone", AdministrativeTime.ZONE);
        model.addAttribute("show", new Show());
        return "bank";
    }

    @GetMapping("/bank/rolls/{id}")
    String roll(@PathVariable String id, @RequestParam(defaultValue = "0") int from, Model model) {
        var roll = bank.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int first = Math.max(from, 0);
        model.addAttribute("roll", roll);
        var page = bank.lines(id, first, LINES);
        model.addAttribute("page", page);
        model.addAttribute("earlier", first == 0 ? null : Math.max(first - LINES, 0));
        model.addAttribute("later", page.more() ? first + LINES : null);
        model.addAttribute("zone", AdministrativeTime.ZONE);
        model.addAttribute("show", new Show());
        return "roll";
    }

    @PostMapping("/bank/behaviour")
    String behave(
            @RequestParam int returnedPercent,
            @RequestParam Behaviour.Reason reason,
            @RequestParam long delaySeconds,
            @RequestParam(required = false) List<Behaviour.Fault> faults) {
        var wanted = faults == null ? Set.<Behaviour.Fault>of() : Set.copyOf(faults);
        try {
            bank.behave(new Behaviour(returnedPercent, reason, Duration.ofSeconds(delaySeconds), wanted));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
        }
        return "redirect:/bank#behaviour";
    }

    @PostMapping("/bank/rolls/{id}/return")
    String answerAgain(@PathVariable String id) {
        var roll = bank.decideAgain(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        sender.sendAfter(Duration.ZERO, roll.id());
        return "redirect:/bank/rolls/" + id;
    }

    /** How values are shown. */
    static final class Show {

        public String yuan(long fen) {
            return Money.ofFen(fen).format(Locale.CHINA);
        }

        /** A column of the platform's file in words; one we do not know as it stands there. */
        public String column(String name) {
            return switch (name) {
                case "transfer_id" -> "转账编号";
                case "amount_fen" -> "金额（分）";
                case "payee" -> "户名";
                case "account" -> "账号";
                case "purpose" -> "用途";
                default -> name;
            };
        }

        public Said said(Roll roll) {
            return Said.of(roll.answer().said());
        }

        public String masked(String value) {
            return LONG_NUMBER.matcher(value).replaceAll("****$1");
        }
    }
}
