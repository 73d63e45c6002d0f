-- The opening load folds the ledger itself, statement by statement, between taking down and building indexes (decision 0015).
DROP FUNCTION register.fold_everything();
