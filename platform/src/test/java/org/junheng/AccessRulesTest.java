package org.junheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junheng.access.Access;
import org.junheng.access.Open;
import org.junheng.database.Loader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Rules that hold for the whole house, written once. */
@PlatformTest
class AccessRulesTest {

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    @Loader
    private JdbcClient loader;

    @Test
    void every_endpoint_declares_who_may_call_it_and_for_which_purpose() {
        var undeclared = requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getPackageName().startsWith("org.junheng"))
                .filter(handler ->
                        !handler.hasMethodAnnotation(Access.class) && !handler.hasMethodAnnotation(Open.class))
                .map(Object::toString)
                .toList();

        assertThat(undeclared).isEmpty();
    }

    @Test
    void every_table_and_column_has_a_comment() {
        var silent = loader.sql("""
                        SELECT n.nspname || '.' || c.relname || coalesce('.' || a.attname, '')
                          FROM pg_class c
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
                         WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'public', 'pg_toast')
                           AND (obj_description(c.oid, 'pg_class') IS NULL OR col_description(c.oid, a.attnum) IS NULL)
                        """).query(String.class).list();

        assertThat(silent).isEmpty();
    }

    /** Staging is emptied with its batch and closed to the application; monitoring's cells hold no person. */
    @Test
    void every_table_that_names_a_person_is_under_row_level_security() {
        var open = loader.sql("""
                        SELECT DISTINCT n.nspname || '.' || c.relname
                          FROM pg_class c
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                         WHERE c.relkind = 'r' AND NOT c.relrowsecurity
                           AND has_table_privilege('junheng_app', c.oid, 'SELECT')
                           AND a.attname IN ('person_id', 'child_id', 'woman_id', 'mother_id', 'unit_id', 'record_id')
                        """).query(String.class).list();

        assertThat(open).isEqualTo(List.of("access.account"));
    }
}
