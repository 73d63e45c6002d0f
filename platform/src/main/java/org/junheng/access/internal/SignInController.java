package org.junheng.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junheng.access.Open;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page. In a demonstration it offers its synthetic identities at one click. */
@Controller
class SignInController {

    private final JdbcAccounts accounts;
    private final SecurityContextRepository contexts;

    SignInController(JdbcAccounts accounts, SecurityContextRepository contexts) {
        this.accounts = accounts;
        this.contexts = contexts;
    }

    @Open(because = "Nobody is signed in yet; shows posts, no persons.")
    @GetMapping("/sign-in")
    String signIn(Model model) {
        model.addAttribute("identities", accounts.listDemonstration());
        return "access/sign-in";
    }

    @Open(because = "Signs in; answers only for accounts that the demonstration made.")
    @PostMapping("/sign-in/demonstration")
    String signInForDemonstration(
            @RequestParam String subject, HttpServletRequest request, HttpServletResponse response) {
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
