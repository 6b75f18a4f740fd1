// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/converter.h"

#include "model/convert/remove_tree.h"
#include "model/reader/descriptor_message.h"
#include "model/reader/reader_program.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUuid>

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace model::convert {
namespace {

using reader::Descriptor;

constexpr char workPrefix[] = ".converting-";

/// What starts it is a script that asks for more rights than the program itself.
QString programBehind(const QString &soffice)
{
    const QFileInfo real(QFileInfo(soffice).canonicalFilePath());
    const QString itself = real.absolutePath() + QStringLiteral("/soffice.bin");
    return QFileInfo(itself).isExecutable() ? itself : real.absoluteFilePath();
}

QString nameIn(const QByteArray &said)
{
    static const QRegularExpression form(QStringLiteral("^([A-Za-z][A-Za-z ]{0,30}) (\\d+(?:\\.\\d+){0,2})"));
    const auto match = form.match(QString::fromUtf8(said));
    return match.hasMatch() ? match.captured(1) + u' ' + match.captured(2) : QStringLiteral("LibreOffice");
}

QString howItEnded(int waitStatus)
{
    return WIFSIGNALED(waitStatus) ? QStringLiteral("signal %1").arg(WTERMSIG(waitStatus))
                                   : QStringLiteral("exit status %1").arg(WEXITSTATUS(waitStatus));
}

Error errorFor(const ConversionAnswer &answer, const QString &name)
{
    switch (answer.outcome) {
    case ConversionOutcome::TimedOut:
        return {ErrorKind::TimedOut,
                QStringLiteral("%1 took longer to convert this document than it may, so it was stopped. Try again "
                               "later, or have it converted to a PDF and import that.")
                    .arg(name),
                {}};
    case ConversionOutcome::TooLarge:
        return {ErrorKind::TooLarge,
                QStringLiteral("What %1 made of this document is larger than one document may be, so it was not read.")
                    .arg(name),
                {}};
    case ConversionOutcome::NotStarted:
        return {ErrorKind::Io,
                QStringLiteral("%1 could not be started: %2. Check the disk the case is on, and the program.")
                    .arg(name, qt_error_string(answer.waitStatus)),
                {}};
    case ConversionOutcome::NotShutIn:
        return {ErrorKind::Unsupported,
                QStringLiteral("This machine does not let the program shut %1 in before it reads a document, so the "
                               "document was not read.")
                    .arg(name),
                qt_error_string(answer.waitStatus)};
    case ConversionOutcome::Failed:
    case ConversionOutcome::Made:
        break;
    }
    return {ErrorKind::Damaged,
            QStringLiteral("%1 could not read this document. It is damaged, or not what it seems to be. Its bytes are "
                           "kept.")
                .arg(name),
            howItEnded(answer.waitStatus)};
}

} // namespace

struct Converter::Answer {
    ConversionAnswer said;
    Descriptor file;
};

OfficeProgram installedOffice()
{
    OfficeProgram program;
    program.launcher = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("carveout-convert"));
    const QString found = QStandardPaths::findExecutable(QStringLiteral("soffice"));
    if (!found.isEmpty())
        program.office = programBehind(found);
    return program;
}

Converter::Converter(OfficeProgram program, QString folder)
    : m_program(std::move(program))
    , m_folder(QFileInfo(folder).absoluteFilePath())
    , m_name(QStringLiteral("LibreOffice"))
{
}

Result<Converter> Converter::start(OfficeProgram program, const QString &folder, const std::stop_token &stop)
{
    Converter converter(std::move(program), folder);
    ConversionRequest request;
    request.isVersion = true;
    const Descriptor nothing(open("/dev/null", O_RDONLY | O_CLOEXEC));
    const auto answer = converter.ask(request, nothing.get(), stop);
    if (!answer)
        return answer.error();
    if (answer->said.outcome != ConversionOutcome::Made) {
        const Error error = errorFor(answer->said, converter.m_name);
        if (error.kind == ErrorKind::Io || error.kind == ErrorKind::Unsupported)
            return error;
        return Error{ErrorKind::Unsupported,
                     QStringLiteral("LibreOffice is there, but did not say which it is, so it was not used."),
                     error.detail};
    }
    std::array<char, 200> said{};
    const ssize_t count = pread(answer->file.get(), said.data(), said.size(), 0);
    converter.m_name = nameIn(QByteArray(said.data(), std::max<qsizetype>(count, 0)));
    return converter;
}

Result<MadePdf> Converter::convert(int original, const QString &ending, const std::stop_token &stop) const
{
    ConversionRequest request;
    request.ending = ending;
    auto answer = ask(request, original, stop);
    if (!answer)
        return answer.error();
    if (answer->said.outcome != ConversionOutcome::Made)
        return errorFor(answer->said, m_name);
    MadePdf made{std::move(answer->file), {}};
    if (!answer->said.hadLandlock)
        made.complaints += QStringLiteral("This machine's kernel has no Landlock: while it converted this document, %1 "
                                          "could have read other files of this account, though not sent them.")
                               .arg(m_name);
    return made;
}

Result<Converter::Answer> Converter::ask(const ConversionRequest &asked, int original,
                                         const std::stop_token &stop) const
{
    // To make it ready, and to clear up after it.
    constexpr int patienceMs = 30'000;
    constexpr int lookMs = 50;
    ConversionRequest request = asked;
    request.limits = m_program.limits;
    request.useLandlock = m_program.useLandlock;
    request.useNamespaces = m_program.useNamespaces;
    const QString folder = m_folder + u'/' + QLatin1String(workPrefix) + QUuid::createUuid().toString(QUuid::Id128);
    const Error failure{ErrorKind::Io,
                        QStringLiteral("The program that has documents converted, carveout-convert, could not be "
                                       "started. Install Carveout again."),
                        m_program.launcher};
    // Its end, when this goes, is the end of all that it started.
    const auto program = reader::ReaderProgram::start(m_program.launcher, {m_program.office, folder});
    if (!program || !reader::sendDescriptors((*program)->control(), request.toBytes(), {original}))
        return failure;
    const QDeadlineTimer deadline(request.limits.wallMs + patienceMs);
    for (pollfd waiting{(*program)->control(), POLLIN, 0}; poll(&waiting, 1, lookMs) <= 0;) {
        if (stop.stop_requested())
            return stopped();
        if (deadline.hasExpired())
            return errorFor({ConversionOutcome::TimedOut, 0, false, false}, m_name);
    }
    auto message = reader::receiveDescriptors((*program)->control());
    const auto said = message ? ConversionAnswer::fromBytes(message->bytes) : std::nullopt;
    const bool isWhole =
        said && message->descriptors.size() == (said->outcome == ConversionOutcome::Made ? size_t(1) : size_t(0));
    if (!isWhole)
        return failure;
    Answer answer{*said, {}};
    if (said->outcome == ConversionOutcome::Made)
        answer.file = std::move(message->descriptors.front());
    return answer;
}

void Converter::removeLeftovers(const QString &folder)
{
    const QStringList names = {QLatin1String(workPrefix) + QLatin1Char('*')};
    for (const QString &name : QDir(folder).entryList(names, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot))
        removeTree(QFile::encodeName(QDir(folder).filePath(name)).toStdString());
}

} // namespace model::convert
