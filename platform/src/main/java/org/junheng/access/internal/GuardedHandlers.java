package org.junheng.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junheng.access.Access;
import org.junheng.access.Actor;
import org.junheng.access.Actors;
import org.junheng.access.NotAllowed;
import org.junheng.access.Open;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Calls a controller's method as the signed-in actor, for the purpose the method declares, if its role may. The view is
 * rendered after the actor is gone: a page shows what the controller gave it and reads nothing itself.
 */
final class GuardedHandlers extends RequestMappingHandlerAdapter {

    @Override
    protected @Nullable ModelAndView handleInternal(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        var rule = handler.getMethodAnnotation(Access.class);
        if (rule == null) {
            return callOpen(request, response, handler);
        }
        var actor = signedIn();
        if (!Arrays.asList(rule.roles()).contains(actor.role())) {
            throw new NotAllowed(actor.role());
        }
        return Actors.<@Nullable ModelAndView, Exception>call(
                actor.acting(rule.purpose()), () -> super.handleInternal(request, response, handler));
    }

    private @Nullable ModelAndView callOpen(
            HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
        boolean ours = handler.getBeanType().getPackageName().startsWith("org.junheng");
        if (ours && handler.getMethodAnnotation(Open.class) == null) {
            throw new IllegalStateException(
                    "%s declares neither @Access nor @Open.".formatted(handler.getShortLogMessage()));
        }
        return super.handleInternal(request, response, handler);
    }

    private static Actor signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn user) {
            return user.actor();
        }
        throw new IllegalStateException("An endpoint with @Access was reached without signing in.");
    }
}
