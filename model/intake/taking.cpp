// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/taking.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace model::intake {
namespace {

constexpr int deepestArchive = 4;              // an archive in an archive in an archive in an archive
constexpr int deepestMail = 32;                // mails passed on with the one before inside
constexpr qint64 bytesThatTell = 16;           // at the start of a file
constexpr qint64 freeBytes = qint64(64) << 20; // what any archive may unpack to
constexpr qint64 mostBytes = qint64(64) << 30; // what none may unpack to
constexpr qint64 bytesPerByte = 200;           // unpacked to packed, over all archives inside
constexpr qint64 mostEntries = 1'000'000;

Refusal tooMuch()
{
    return {RefusalReason::TooLarge,
            QStringLiteral("It unpacks to far more than an honest archive of its size does, so the "
                           "rest of it was left alone.")};
}

/// As in folders: what is hidden there is hidden here. macOS packs a shadow of each file into __MACOSX.
bool isHidden(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts.front() == QLatin1String("__MACOSX") ||
           std::any_of(parts.begin(), parts.end(),
                       [](const QString &part) { return part.startsWith(QLatin1Char('.')); });
}

} // namespace

bool isArchiveName(const QString &name)
{
    static const QRegularExpression ending(
        QStringLiteral("\\.(zip|7z|rar|tar|tar\\.(gz|bz2|xz|zst)|tgz|tbz2?|txz|tzst)$"),
        QRegularExpression::CaseInsensitiveOption);
    return ending.match(name).hasMatch();
}

bool mayHoldFiles(QByteArrayView start)
{
    static const std::array plain{
        QByteArrayView("%PDF-"),     QByteArrayView("\x89PNG"),    QByteArrayView("\xff\xd8\xff"),
        QByteArrayView("GIF8"),      QByteArrayView("II*\0", 4),   QByteArrayView("MM\0*", 4),
        QByteArrayView("RIFF"),      QByteArrayView("PK\x03\x04"), QByteArrayView("{\\rtf"),
        QByteArrayView("<!DOCTYPE"), QByteArrayView("<!doctype"),  QByteArrayView("<html")};
    return std::none_of(plain.begin(), plain.end(), [start](QByteArrayView one) { return start.startsWith(one); });
}

/// What one archive that the reporter chose may still unpack to, with all archives inside it: each reader knows its own
/// limits only, and bombs are nested.
struct Taking::Budget {
    explicit Budget(qint64 packed)
        : bytes(std::clamp(packed * bytesPerByte, freeBytes, mostBytes))
    {
    }
    bool spendEntry() { return --entries >= 0; }
    bool spend(qint64 unpacked) { return (bytes -= unpacked) >= 0; }

    // PDFs in the same archive share one.
    std::atomic<qint64> bytes;
    std::atomic<qint64> entries = mostEntries;
};

struct Taking::Place {
    Sha256 sha256;
    QString origin;
    int depth = 1;
    int mails = 0;
    bool isInPdf = false;

    Place entry(const Sha256 &sha, const QString &path, FileKind kind) const
    {
        return {sha, path, depth + (kind == FileKind::Mail ? 0 : 1), mails + (kind == FileKind::Mail ? 1 : 0),
                isInPdf || kind == FileKind::Pdf};
    }
};

Taking::Taking(const Originals &originals, std::shared_ptr<reader::ReaderHost> host, const ArchivePlaces &unpacked,
               const TurnedAway &turnedAway, QByteArray password, std::stop_token stop)
    : m_originals(originals)
    , m_host(std::move(host))
    , m_unpacked(unpacked)
    , m_turnedAway(turnedAway)
    , m_password(std::move(password))
    , m_stop(std::move(stop))
{
}

Result<void> Taking::file(const FoundFile &found, const Sink &sink) const
{
    auto incoming = m_originals.begin();
    if (!incoming)
        return incoming.error();
    std::array<char, 256 * 1024> buffer;
    for (;;) {
        if (m_stop.stop_requested())
            return stopped();
        const ssize_t count = read(found.descriptor.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            sink(SkippedFile{found.origin, QStringLiteral("It could not be read: %1.").arg(qt_error_string(errno)),
                             false});
            return {};
        }
        if (count == 0)
            break;
        if (const auto written = (*incoming)->append(QByteArrayView(buffer.data(), count)); !written)
            return written;
        m_bytes.fetch_add(count, std::memory_order_relaxed);
    }
    const auto outcome = keep(**incoming, found.origin);
    if (!outcome)
        return outcome.error();
    if (const auto *skipped = std::get_if<SkippedFile>(&*outcome)) {
        sink(*skipped);
        return {};
    }
    const auto &kept = std::get<KeptOriginal>(*outcome);
    Budget budget(kept.size);
    return give(kept, {kept.sha256, found.origin}, budget, sink);
}

Result<void> Taking::archive(const Sha256 &sha, const QString &origin, const Sink &sink) const
{
    const auto descriptor = m_originals.open(sha);
    if (!descriptor) {
        sink(UnpackedArchive{sha, refusalFor(descriptor.error())});
        return {};
    }
    Budget budget(std::max<qint64>(0, lseek(descriptor->get(), 0, SEEK_END)));
    return unpack({sha, origin}, budget, sink);
}

Result<void> Taking::beginning(const Sha256 &sha, qint64 length, const QString &origin, const Sink &sink) const
{
    const auto descriptor = m_originals.open(sha);
    if (!descriptor)
        return descriptor.error();
    auto incoming = m_originals.begin();
    if (!incoming)
        return incoming.error();
    std::array<char, 256 * 1024> buffer;
    for (qint64 at = 0; at < length;) {
        if (m_stop.stop_requested())
            return stopped();
        const auto wanted = static_cast<size_t>(std::min<qint64>(length - at, buffer.size()));
        const ssize_t count = pread(descriptor->get(), buffer.data(), wanted, at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return sink(SkippedFile{origin, QStringLiteral("The document it lies in could not be read."), false})
                       ? Result<void>()
                       : stopped();
        if (const auto written = (*incoming)->append(QByteArrayView(buffer.data(), count)); !written)
            return written;
        at += count;
    }
    const auto outcome = keep(**incoming, origin);
    if (!outcome)
        return outcome.error();
    const auto *skipped = std::get_if<SkippedFile>(&*outcome);
    const bool taken = skipped ? sink(*skipped) : sink(TakenFile{std::get<KeptOriginal>(*outcome), origin});
    return taken ? Result<void>() : stopped();
}

Result<void> Taking::give(const KeptOriginal &kept, const Place &place, Budget &budget, const Sink &sink) const
{
    if (!isArchiveName(place.origin))
        return lookInto(kept, place, budget, sink);
    if (!sink(TakenFile{kept, place.origin, FileKind::Archive}))
        return stopped();
    return m_unpacked.contains({place.sha256, place.origin}) ? Result<void>() : unpack(place, budget, sink);
}

Result<void> Taking::lookInto(const KeptOriginal &kept, const Place &place, Budget &budget, const Sink &sink) const
{
    const auto plain = [&]() -> Result<void> {
        return sink(TakenFile{kept, place.origin}) ? Result<void>() : stopped();
    };
    const auto descriptor = m_originals.open(place.sha256);
    if (!descriptor)
        return descriptor.error();
    std::array<char, bytesThatTell> start{};
    const ssize_t count = pread(descriptor->get(), start.data(), start.size(), 0);
    const QByteArrayView begin(start.data(), std::max<ssize_t>(count, 0));
    // All that lies in a PDF is taken out at one go, by the limits of that one. Of others it is known once they are
    // read whether they hold anything.
    const bool isNestedPdf = place.isInPdf && begin.startsWith("%PDF-");
    if (begin.isEmpty() || (!isNestedPdf && !mayHoldFiles(begin)))
        return plain();
    const auto reader = m_host->open(descriptor->get());
    if (!reader)
        return reader.error();
    const std::stop_callback interrupt(m_stop, [&reader] { (*reader)->interrupt(); });
    const auto facts = factsOf(**reader);
    if (m_stop.stop_requested())
        return stopped();
    const FileKind kind = facts ? facts->kind : FileKind::Unknown;
    if (isNestedPdf && kind == FileKind::Pdf) {
        const auto taken = plain();
        return taken ? takeHeld(**reader, facts, place, budget, sink) : taken;
    }
    const bool isMail = kind == FileKind::Mail && place.mails < deepestMail;
    // One that lies too deep is unpacked no further, and a mail is read all the same.
    if (!isMail && kind != FileKind::Archive)
        return plain();
    if (!sink(TakenFile{kept, place.origin, kind}))
        return stopped();
    if (m_unpacked.contains({place.sha256, place.origin}))
        return {};
    return kind == FileKind::Archive && place.depth > deepestArchive ? tooDeep(place, sink)
                                                                     : finish(**reader, facts, place, budget, sink);
}

Result<DocumentFacts> Taking::factsOf(reader::DocumentReader &reader) const
{
    // At once with the password: the first file of an archive may be open to all, and the others not.
    return reader.facts(m_password);
}

Result<void> Taking::tooDeep(const Place &place, const Sink &sink)
{
    const bool taken = sink(UnpackedArchive{
        place.sha256, Refusal{RefusalReason::Unsafe, QStringLiteral("It is an archive that lies more than %1 archives "
                                                                    "deep, so it was not unpacked.")
                                                         .arg(deepestArchive)}});
    return taken ? Result<void>() : stopped();
}

Result<void> Taking::unpack(const Place &place, Budget &budget, const Sink &sink) const
{
    if (place.depth > deepestArchive)
        return tooDeep(place, sink);
    const auto descriptor = m_originals.open(place.sha256);
    if (!descriptor)
        return descriptor.error();
    const auto reader = m_host->open(descriptor->get());
    if (!reader)
        return reader.error();
    const std::stop_callback interrupt(m_stop, [&reader] { (*reader)->interrupt(); });
    return finish(**reader, factsOf(**reader), place, budget, sink);
}

std::shared_ptr<Taking::Budget> Taking::budgetOf(const Container &container) const
{
    const std::lock_guard lock(m_mutex);
    auto &budget = m_budgets[container.path];
    if (!budget)
        budget = std::make_shared<Budget>(container.size);
    return budget;
}

Result<void> Taking::heldFiles(const Sha256 &sha, const QString &origin, const Container &container,
                               const Sink &sink) const
{
    const auto descriptor = m_originals.open(sha);
    if (!descriptor)
        return sink(SkippedFile{origin, descriptor.error().sentence, false}) ? Result<void>() : stopped();
    const auto reader = m_host->open(descriptor->get());
    if (!reader)
        return reader.error();
    const std::stop_callback interrupt(m_stop, [&reader] { (*reader)->interrupt(); });
    const auto facts = factsOf(**reader);
    if (!facts && facts.error().kind == ErrorKind::NeedsPassword)
        return {};
    return takeHeld(**reader, facts, {sha, origin}, *budgetOf(container), sink);
}

Result<void> Taking::takeHeld(reader::DocumentReader &reader, const Result<DocumentFacts> &facts, const Place &place,
                              Budget &budget, const Sink &sink) const
{
    std::optional<Refusal> refusal;
    if (!facts) {
        refusal = refusalFor(facts.error());
    } else if (place.depth > deepestArchive) {
        const auto entry = reader.nextEntry();
        if (entry && *entry)
            refusal =
                Refusal{RefusalReason::Unsafe, QStringLiteral("They lie more than %1 files deep.").arg(deepestArchive)};
    } else {
        auto outcome = entries(reader, place, FileKind::Pdf, budget, sink);
        if (!outcome)
            return outcome.error();
        refusal = *std::move(outcome);
    }
    if (m_stop.stop_requested())
        return stopped();
    if (refusal &&
        !sink(SkippedFile{place.origin, QStringLiteral("Not all files inside this PDF could be taken out: %1 The PDF "
                                                       "itself is in the case, and holds them.")
                                            .arg(refusal->sentence)}))
        return stopped();
    return sink(HeldFilesTaken{place.sha256}) ? Result<void>() : stopped();
}

Result<void> Taking::finish(reader::DocumentReader &reader, const Result<DocumentFacts> &facts, const Place &place,
                            Budget &budget, const Sink &sink) const
{
    if (m_stop.stop_requested())
        return stopped();
    const FileKind kind = facts ? facts->kind : FileKind::Unknown;
    UnpackedArchive outcome{place.sha256};
    if (!facts) {
        outcome.refusal = refusalFor(facts.error());
    } else if (kind == FileKind::Archive || kind == FileKind::Mail) {
        auto refusal = entries(reader, place, kind, budget, sink);
        if (!refusal)
            return refusal.error();
        outcome.refusal = *std::move(refusal);
    }
    outcome.isDocument = facts && kind != FileKind::Archive;
    // It is read all the same.
    const auto refusal = outcome.isDocument ? std::exchange(outcome.refusal, {}) : std::nullopt;
    if (refusal && !sink(SkippedFile{place.origin,
                                     QStringLiteral("Not all that came with this mail could be taken in: %1 The mail "
                                                    "itself was, and holds it.")
                                         .arg(refusal->sentence)}))
        return stopped();
    if (m_stop.stop_requested() || !sink(std::move(outcome)))
        return stopped();
    return {};
}

Result<std::optional<Refusal>> Taking::entries(reader::DocumentReader &reader, const Place &place, FileKind kind,
                                               Budget &budget, const Sink &sink) const
{
    std::optional<Refusal> unsafe;
    for (;;) {
        const auto entry = reader.nextEntry();
        if (entry && !*entry)
            return unsafe;
        if (!budget.spendEntry())
            return std::optional(tooMuch());
        if (!entry && entry.error().kind == ErrorKind::Unsafe) {
            // Only that one entry is left out: what else the archive holds may be what the reporter is after.
            unsafe = refusalFor(entry.error());
            continue;
        }
        if (!entry)
            return std::optional(refusalFor(entry.error()));
        if (isHidden((*entry)->path))
            continue;
        auto bytes = entryBytes(reader, budget);
        if (!bytes)
            return bytes.error();
        if (const auto *refusal = std::get_if<Refusal>(&*bytes))
            return std::optional(*refusal);
        const QString origin = place.origin + QLatin1Char('/') + (*entry)->path;
        const auto outcome = keep(*std::get<std::unique_ptr<IncomingOriginal>>(*bytes), origin);
        if (!outcome)
            return outcome.error();
        if (const auto *skipped = std::get_if<SkippedFile>(&*outcome)) {
            // Its bytes are in the case all the same, inside the archive.
            const QString sentence = QStringLiteral("%1 “%2”, which it lies in, was taken in and holds it.")
                                         .arg(skipped->sentence, place.origin);
            if (!sink(SkippedFile{origin, sentence, skipped->wasWithdrawn}))
                return stopped();
            continue;
        }
        const auto &original = std::get<KeptOriginal>(*outcome);
        if (const auto given = give(original, place.entry(original.sha256, origin, kind), budget, sink); !given)
            return given.error();
    }
}

Result<std::variant<std::unique_ptr<IncomingOriginal>, Refusal>> Taking::entryBytes(reader::DocumentReader &reader,
                                                                                    Budget &budget) const
{
    using Outcome = std::variant<std::unique_ptr<IncomingOriginal>, Refusal>;
    auto incoming = m_originals.begin();
    if (!incoming)
        return incoming.error();
    for (;;) {
        const auto bytes = reader.entryBytes();
        if (!bytes)
            return Outcome(refusalFor(bytes.error()));
        if (bytes->isEmpty())
            return Outcome(*std::move(incoming));
        if (!budget.spend(bytes->size()))
            return Outcome(tooMuch());
        if (const auto written = (*incoming)->append(*bytes); !written)
            return written.error();
    }
}

Result<std::variant<KeptOriginal, SkippedFile>> Taking::keep(IncomingOriginal &incoming, const QString &origin) const
{
    using Outcome = std::variant<KeptOriginal, SkippedFile>;
    if (const auto found = m_turnedAway.find(incoming.sha256()); found != m_turnedAway.end())
        return Outcome(SkippedFile{origin, found->second, true});
    const auto kept = incoming.keep();
    if (!kept)
        return kept.error();
    return Outcome(*kept);
}

} // namespace model::intake
