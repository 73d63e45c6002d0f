package org.junheng.access.internal;

import javax.sql.DataSource;
import org.junheng.database.Auditor;
import org.junheng.database.Loader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction manager for each database role; all of them carry the actor. */
@Configuration
class TransactionConfiguration {

    @Bean
    @Primary
    PlatformTransactionManager appTransactions(DataSource source) {
        return new ActorTransactionManager(source);
    }

    @Bean
    @Loader
    PlatformTransactionManager loaderTransactions(@Loader DataSource source) {
        return new ActorTransactionManager(source);
    }

    @Bean
    @Auditor
    PlatformTransactionManager auditorTransactions(@Auditor DataSource source) {
        return new ActorTransactionManager(source);
    }

    @Bean
    @Primary
    TransactionTemplate appWork(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    @Loader
    TransactionTemplate loaderWork(@Loader PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    @Auditor
    TransactionTemplate auditorWork(@Auditor PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
