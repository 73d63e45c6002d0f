package org.junheng.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Marks what works as the database role {@code owner}, whom row-level security does not bind: the migrations, and the
 * opening load of an empty register. Nothing that serves a request may use it.
 */
@Qualifier("owner")
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Owner {}
