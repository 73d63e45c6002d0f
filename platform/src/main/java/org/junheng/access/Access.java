package org.junheng.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The access rule of an endpoint: who may call it and for which purpose it uses personal data. An endpoint without one
 * answers nobody; a test lists them all.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    /** The roles that may call. */
    Role[] roles();

    /** What the data are used for. */
    Purpose purpose();
}
