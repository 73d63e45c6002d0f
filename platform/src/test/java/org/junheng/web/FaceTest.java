package org.junheng.web;

import org.junheng.PlatformTest;
import org.junheng.access.Accounts;
import org.junheng.browser.Browser;
import org.junheng.browser.DemonstrationAccounts;
import org.junheng.database.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class FaceTest {

    @LocalServerPort
    private int port;

    @BeforeEach
    void identities(@Autowired Accounts accounts, @Autowired @Loader TransactionTemplate loader) {
        DemonstrationAccounts.open(accounts, loader);
    }

    @Test
    void the_sign_in_page_offers_the_demonstration_identities() {
        try (var browser = Browser.desktop(port)) {
            browser.open("/sign-in").picture("sign-in").assertAccessible();
            browser.inEnglish().picture("sign-in-en").assertAccessible();
        }
    }

    @Test
    void an_officer_starts_on_a_page_of_tiles() {
        try (var browser = Browser.desktop(port)) {
            browser.signInAs("township").picture("home-township").assertAccessible();
        }
    }

    @Test
    void a_family_starts_on_a_phone() {
        try (var browser = Browser.phone(port)) {
            browser.signInAs("mother").picture("home-mother").assertFits().assertAccessible();
        }
    }
}
