package org.junheng.access.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets the system of another department in by its key: {@code Authorization: Bearer …} on {@code /api/**}. */
final class ApiClientFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiClients clients;

    ApiClientFilter(ApiClients clients) {
        this.clients = clients;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var client = header != null && header.startsWith(BEARER)
                ? clients.find(header.substring(BEARER.length()))
                : java.util.Optional.<SignedIn>empty();
        if (client.isEmpty()) {
            refuse(response);
            return;
        }
        var user = client.get();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    /** As RFC 9457, like every other refusal of an interface. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.setContentType("application/problem+json;charset=UTF-8");
        response.getWriter().write("""
                {"type": "/problems/caller-unknown", "status": 401, "title": "调用方未认证 Caller unknown", \
                "detail": "请求头 Authorization 应为 Bearer 加平台发放的密钥 \
                The header Authorization must be Bearer and the key that this platform gave you."}
                """);
    }
}
