package org.junheng.web.internal;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junheng.web.Format;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives pages {@code #format}, {@code #links} and {@code #frame}. Beans by name ({@code @format}) would not do:
 * Thymeleaf refuses them among the parameters of a fragment.
 */
@Component
class PageExpressions extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

    private final Map<String, Object> objects;

    PageExpressions(Format format, Links links, Frame frame) {
        super("junheng");
        this.objects = Map.of("format", format, "links", links, "frame", frame);
    }

    @Override
    public IExpressionObjectFactory getExpressionObjectFactory() {
        return this;
    }

    @Override
    public Set<String> getAllExpressionObjectNames() {
        return objects.keySet();
    }

    @Override
    public @Nullable Object buildObject(IExpressionContext context, String name) {
        return objects.get(name);
    }

    @Override
    public boolean isCacheable(String name) {
        return true;
    }
}
