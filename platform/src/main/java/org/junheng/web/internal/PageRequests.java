package org.junheng.web.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junheng.web.PageRequest;
import org.junheng.web.Sort;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller take a {@link PageRequest}. */
@Configuration
class PageRequests implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final int FURTHEST = 1_000_000;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(PageRequest.class);
    }

    @Override
    public PageRequest resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var sort = request.getParameter("sort");
        return new PageRequest(
                number(request.getParameter("page"), 1, FURTHEST),
                number(request.getParameter("size"), PageRequest.USUAL, PageRequest.LARGEST),
                sort == null ? Sort.NONE : Sort.parse(sort));
    }

    private static int number(@Nullable String text, int otherwise, int largest) {
        boolean digits = text != null && text.matches("[0-9]{1,9}");
        return digits ? Math.clamp(Integer.parseInt(text), 1, largest) : otherwise;
    }
}
