-- The checks of quality read what the states are folded from.
GRANT SELECT ON register.stated_event, register.stated_participant TO junheng_loader;
