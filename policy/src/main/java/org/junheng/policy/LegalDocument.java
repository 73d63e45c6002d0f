package org.junheng.policy;

import java.time.LocalDate;

/**
 * A law, plan or rule a scheme rests on.
 *
 * @param id its short name in the scheme file
 * @param title its title
 * @param number its official number (文号), empty if it has none
 * @param published when it was published
 * @param sample whether its text could not be verified
 */
public record LegalDocument(String id, Text title, String number, LocalDate published, boolean sample) {}
