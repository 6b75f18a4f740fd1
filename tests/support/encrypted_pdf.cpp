// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/encrypted_pdf.h"

#include <QCryptographicHash>

#include <array>
#include <numeric>
#include <utility>

namespace {

// The first encryption that PDFs had, which is the shortest to write down: keys of forty bits.
constexpr qsizetype keyBytes = 5;
constexpr qint32 permissions = -4;

QByteArray padded(const QByteArray &password)
{
    const QByteArray padding = QByteArray::fromHex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a");
    return (password + padding).first(padding.size());
}

QByteArray md5(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Md5);
}

QByteArray rc4(const QByteArray &key, QByteArray bytes)
{
    std::array<quint8, 256> state{};
    std::iota(state.begin(), state.end(), quint8(0));
    for (unsigned i = 0, j = 0; i < 256; ++i) {
        j = (j + state[i] + static_cast<quint8>(key[static_cast<qsizetype>(i) % key.size()])) & 0xff;
        std::swap(state[i], state[j]);
    }
    unsigned i = 0;
    unsigned j = 0;
    for (char &byte : bytes) {
        i = (i + 1) & 0xff;
        j = (j + state[i]) & 0xff;
        std::swap(state[i], state[j]);
        byte = static_cast<char>(static_cast<quint8>(byte) ^ state[(state[i] + state[j]) & 0xff]);
    }
    return bytes;
}

QByteArray hex(const QByteArray &bytes)
{
    return "<" + bytes.toHex() + ">";
}

} // namespace

QByteArray encryptedPdf(const QByteArray &line, const QByteArray &password)
{
    const QByteArray id = md5(line);
    const QByteArray owner = rc4(md5(padded(password)).first(keyBytes), padded(password));
    QByteArray little;
    for (int i = 0; i < 4; ++i)
        little += static_cast<char>(static_cast<quint32>(permissions) >> (8 * i));
    const QByteArray key = md5(padded(password) + owner + little + id).first(keyBytes);
    constexpr char contentNumber = 4;
    const QByteArray contentKey = md5(key + QByteArray(1, contentNumber) + QByteArray(4, '\0')).first(keyBytes + 5);
    const QByteArray content = rc4(contentKey, "BT /F 12 Tf 72 700 Td (" + line + ") Tj ET");

    const QByteArray bodies[] = {
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font "
        "/Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content + "\nendstream",
        "<< /Filter /Standard /V 1 /R 2 /P " + QByteArray::number(permissions) + " /O " + hex(owner) + " /U " +
            hex(rc4(key, padded({}))) + " >>"};
    QByteArray bytes = "%PDF-1.4\n";
    QByteArray table = "0000000000 65535 f \n";
    int number = 0;
    for (const QByteArray &body : bodies) {
        table += QByteArray::number(bytes.size()).rightJustified(10, '0') + " 00000 n \n";
        bytes += QByteArray::number(++number) + " 0 obj\n" + body + "\nendobj\n";
    }
    return bytes + "xref\n0 6\n" + table + "trailer << /Size 6 /Root 1 0 R /Encrypt 5 0 R /ID [" + hex(id) + hex(id) +
           "] >>\nstartxref\n" + QByteArray::number(bytes.size()) + "\n%%EOF\n";
}
