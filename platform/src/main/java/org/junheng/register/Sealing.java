package org.junheng.register;

/** Seals text that other modules must keep but nobody may read in the database, with the keys of the identity room. */
public interface Sealing {

    /** Encrypts. */
    byte[] seal(String text);

    /** Decrypts what {@link #seal} gave; fails if it was changed. */
    String unseal(byte[] sealed);
}
