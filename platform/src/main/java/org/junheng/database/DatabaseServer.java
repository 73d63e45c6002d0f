package org.junheng.database;

/** A running PostgreSQL server and the passwords of the platform's four roles on it. */
public interface DatabaseServer {

    /** The JDBC address of the platform's database, without user or password. */
    String url();

    /** The password of one of {@code owner}, {@code app}, {@code loader}, {@code auditor}. */
    String password(String role);
}
