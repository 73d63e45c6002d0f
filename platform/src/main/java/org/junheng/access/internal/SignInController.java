package org.junheng.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Open;
import org.junheng.access.Preparation;
import org.junheng.access.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. In a demonstration it offers its synthetic identities at one click. */
@Controller
class SignInController {

    private static final Map<Role, String> ICONS = Map.of(
            Role.FAMILY, "person",
            Role.VILLAGE_CLERK, "home",
            Role.TOWNSHIP_OFFICER, "form",
            Role.COUNTY_REVIEWER, "check",
            Role.FINANCE_OFFICER, "bank",
            Role.COUNTY_ANALYST, "chart",
            Role.AUDITOR, "eye",
            Role.HOSPITAL, "baby",
            Role.BANK, "yuan",
            Role.SERVICE, "clock");

    private final JdbcAccounts accounts;
    private final SecurityContextRepository contexts;
    private final ObjectProvider<Preparation> preparation;
    private final String departments;

    SignInController(
            JdbcAccounts accounts,
            SecurityContextRepository contexts,
            ObjectProvider<Preparation> preparation,
            @Value("${junheng.sandbox.url}") String departments) {
        this.preparation = preparation;
        this.accounts = accounts;
        this.contexts = contexts;
        this.departments = departments;
    }

    @Open(because = "Nobody is signed in yet; shows posts, no persons.")
    @GetMapping("/sign-in")
    String signIn(
            Model model,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String partial,
            HttpServletResponse response) {
        if (partial != null) {
            // A part of a page was asked for after the session had ended: the whole page has to go.
            response.setHeader("HX-Redirect", "/sign-in");
        }
        model.addAttribute("identities", accounts.listDemonstration());
        model.addAttribute("icons", ICONS);
        model.addAttribute("departments", departments);
        model.addAttribute("preparing", findPreparation().orElse(null));
        return "access/sign-in";
    }

    @Open(because = "How far the first start is; holds no persons.")
    @GetMapping("/sign-in/progress")
    String progress(Model model, HttpServletResponse response) {
        var state = findPreparation();
        if (state.isEmpty()) {
            // Everybody can sign in now: the whole page is asked for again.
            response.setHeader("HX-Refresh", "true");
        }
        model.addAttribute("preparing", state.orElse(null));
        return "access/sign-in :: preparing";
    }

    private Optional<Preparation.State> findPreparation() {
        return Optional.ofNullable(preparation.getIfAvailable()).flatMap(Preparation::find);
    }

    @Open(because = "Signs in; answers only for accounts that the demonstration made.")
    @PostMapping("/sign-in/demonstration")
    String signInForDemonstration(
            @RequestParam String subject, HttpServletRequest request, HttpServletResponse response) {
        if (findPreparation().isPresent()) {
            return "redirect:/sign-in";
        }
        boolean offered =
                accounts.listDemonstration().stream().anyMatch(a -> a.subject().equals(subject));
        if (!offered) {
            return "redirect:/sign-in?error";
        }
        var user = accounts.find(subject).orElseThrow();
        request.getSession();
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        return "redirect:/home";
    }
}
