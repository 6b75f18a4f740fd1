// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/corpus.h"

#include "model/annotate/names.h"
#include "model/base/code_points.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace model::annotate {
namespace {

const QString genericName = QStringLiteral("(generic)");

/// One "{K head|text}" with what its head says.
struct Mark {
    QChar kind;
    TextRange range;
    int enclosing = -1; ///< index of the evidence around it
    QString name;
    std::vector<Permission> permissions;
    QStringList partners; ///< after '@'
    Stance stance = Stance::Supports;
    Period period;
};

class Parser {
public:
    Parser(const QString &id, const QString &content)
        : m_content(content)
    {
        m_document.id = id;
    }

    Result<GoldDocument> parse()
    {
        const qsizetype body = m_content.indexOf(QLatin1String("\n\n"));
        if (body < 0)
            return fail(0, QStringLiteral("has no header"));
        static const QRegularExpression headerLine(QStringLiteral("^# (\\w+): (.+)$"));
        const auto lines = m_content.left(body).split(u'\n');
        for (const QString &line : lines) {
            const auto match = headerLine.match(line);
            if (!match.hasMatch())
                return fail(0, QStringLiteral("has a header line that is none: ") + line);
            if (match.captured(1) == QLatin1String("holder"))
                m_document.holders << match.captured(2).trimmed();
        }
        if (const auto read = readBody(body + 2); !read)
            return read.error();
        buildLinks();
        return std::move(m_document);
    }

private:
    Error fail(qsizetype at, const QString &what) const
    {
        const auto line = QStringView(m_content).left(at).count(u'\n') + 1;
        return {ErrorKind::Damaged,
                QStringLiteral("The corpus file %1 %3 (line %2).").arg(m_document.id).arg(line).arg(what)};
    }

    Result<void> readBody(qsizetype at)
    {
        static const QString pageMark = QStringLiteral("=== page ===");
        std::vector<int> open;
        QString &text = m_document.text;
        while (at < m_content.size()) {
            const QChar c = m_content[at];
            if (c == u'{') {
                const qsizetype bar = m_content.indexOf(u'|', at);
                if (bar < 0)
                    return fail(at, QStringLiteral("has a brace without a bar"));
                auto mark = readHead(at, m_content.mid(at + 1, bar - at - 1).simplified());
                if (!mark)
                    return mark.error();
                mark->range.start = text.size();
                for (const int outer : open) {
                    if (m_marks[size_t(outer)].kind == u'E')
                        mark->enclosing = outer;
                }
                open.push_back(int(m_marks.size()));
                m_marks.push_back(*mark);
                at = bar + 1;
            } else if (c == u'}') {
                if (open.empty())
                    return fail(at, QStringLiteral("closes a passage that was not opened"));
                Mark &mark = m_marks[size_t(open.back())];
                open.pop_back();
                mark.range.end = text.size();
                if (mark.range.isEmpty())
                    return fail(at, QStringLiteral("has an empty passage"));
                if (mark.kind == u'P' && mark.name.isEmpty())
                    mark.name = text.mid(mark.range.start, mark.range.length()).simplified();
                ++at;
            } else if (QStringView(m_content).sliced(at).startsWith(pageMark)) {
                text += u'\f';
                at += pageMark.size();
            } else {
                text += c;
                ++at;
            }
        }
        if (!open.empty())
            return fail(m_content.size(), QStringLiteral("does not close a passage"));
        return {};
    }

    Result<Mark> readHead(qsizetype at, const QString &head)
    {
        Mark mark;
        mark.kind = head.isEmpty() ? QChar() : head.front();
        const QString rest = head.mid(1).trimmed();
        if (mark.kind == u'P') {
            mark.name = rest;
            return mark;
        }
        if (mark.kind == u'D') {
            const qsizetype who = rest.indexOf(u'@');
            mark.partners = namesFrom(who < 0 ? QString() : rest.mid(who + 1));
            return readPermissions(at, who < 0 ? rest : rest.left(who), mark)
                       ? Result<Mark>(mark)
                       : fail(at, QStringLiteral("has an unknown permission: ") + rest);
        }
        static const QRegularExpression evidence(
            QStringLiteral("^(\\w+)\\s*([\\d.-]*)\\s*(?:@([^#~]*))?(?:#([^~]*))?(?:~(.*))?$"));
        const auto match = evidence.match(rest);
        const auto stance = stanceFromWord(match.captured(1));
        if (mark.kind != u'E' || !match.hasMatch() || !stance)
            return fail(at, QStringLiteral("has a passage head that is none: ") + head);
        mark.stance = *stance;
        mark.partners = namesFrom(match.captured(3));
        if (!readPermissions(at, match.captured(4), mark) || !readPeriod(match.captured(2), mark.period))
            return fail(at, QStringLiteral("has an unknown permission or period: ") + head);
        return mark;
    }

    static QStringList namesFrom(const QString &list)
    {
        QStringList names;
        const auto parts = list.split(u';', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            if (!part.trimmed().isEmpty())
                names << part.trimmed();
        }
        return names;
    }

    static bool readPermissions(qsizetype, const QString &text, Mark &mark)
    {
        const auto groups = text.simplified().split(u' ', Qt::SkipEmptyParts);
        for (const QString &group : groups) {
            const auto halves = group.split(u':');
            if (halves.size() != 2)
                return false;
            const auto actions = halves[0].split(u',');
            const auto kinds = halves[1].split(u',');
            for (const QString &action : actions) {
                for (const QString &kind : kinds) {
                    const auto a = actionFromWord(action);
                    const auto d = dataKindFromWord(kind);
                    if (!a || !d)
                        return false;
                    mark.permissions.push_back({*a, *d});
                }
            }
        }
        return true;
    }

    static bool readPeriod(const QString &text, Period &period)
    {
        if (text.isEmpty())
            return true;
        const qsizetype dots = text.indexOf(QLatin1String(".."));
        const QString from = dots < 0 ? text : text.left(dots);
        const QString to = dots < 0 ? text : text.mid(dots + 2); // a single date is both
        if (!from.isEmpty() && !(period.from = PartialDate::fromString(from)))
            return false;
        return to.isEmpty() || (period.to = PartialDate::fromString(to));
    }

    void buildLinks()
    {
        std::vector<int> order(m_marks.size());
        for (size_t i = 0; i < order.size(); ++i)
            order[i] = int(i);
        std::vector<int> spanOf(m_marks.size());
        for (const int i : order) {
            const Mark &mark = m_marks[size_t(i)];
            spanOf[size_t(i)] = int(m_document.spans.size());
            const TagKind kind = mark.kind == u'P'   ? TagKind::Partner
                                 : mark.kind == u'D' ? TagKind::Permission
                                                     : TagKind::Evidence;
            m_document.spans.push_back({kind, mark.range, mark.name});
        }
        for (size_t e = 0; e < m_marks.size(); ++e) {
            if (m_marks[e].kind != u'E')
                continue;
            std::vector<int> inside;
            for (size_t i = 0; i < m_marks.size(); ++i) {
                if (m_marks[i].enclosing == int(e))
                    inside.push_back(int(i));
            }
            const auto add = [&](const QStringList &only, const std::vector<Permission> &permissions,
                                 int permissionSpan) {
                std::vector<std::pair<QString, int>> partners;
                for (const QString &name : only)
                    partners.push_back({name, -1});
                if (only.isEmpty()) {
                    for (const int i : inside) {
                        if (m_marks[size_t(i)].kind == u'P')
                            partners.push_back({m_marks[size_t(i)].name, i});
                    }
                }
                for (auto &[name, span] : partners) {
                    for (const int i : inside) {
                        if (span < 0 && m_marks[size_t(i)].kind == u'P' && m_marks[size_t(i)].name == name)
                            span = i;
                    }
                    for (const Permission &permission : permissions)
                        m_document.links.push_back({spanOf[e], name, span < 0 ? -1 : spanOf[size_t(span)],
                                                    permissionSpan, permission, m_marks[e].stance, m_marks[e].period});
                }
            };
            for (const int i : inside) {
                const Mark &mark = m_marks[size_t(i)];
                if (mark.kind == u'D')
                    add(mark.partners.isEmpty() ? m_marks[e].partners : mark.partners, mark.permissions,
                        spanOf[size_t(i)]);
            }
            add(m_marks[e].partners, m_marks[e].permissions, -1);
        }
    }

    const QString &m_content;
    GoldDocument m_document;
    std::vector<Mark> m_marks;
};

/// Their evidence is the passage at their place; a name's spelling and aliases are called by the cell's name.
void addCells(GoldDocument &document, const QJsonArray &cells)
{
    const auto textOf = [&](const GoldSpan &span) { return document.text.mid(span.range.start, span.range.length()); };
    for (const auto &value : cells) {
        const auto cell = value.toObject();
        GoldLink link;
        link.partner = cell[QStringLiteral("partner")].toString();
        QSet<QString> spellings{nameKeyOf(link.partner)};
        const auto aliases = cell[QStringLiteral("aliases")].toArray();
        for (const auto &alias : aliases)
            spellings.insert(nameKeyOf(alias.toString()));
        link.permission.action = actionFromWord(cell[QStringLiteral("action")].toString()).value_or(Action::Other);
        link.permission.data = dataKindFromWord(cell[QStringLiteral("data")].toString()).value_or(DataKind::Other);
        const QString stance = cell[QStringLiteral("stance")].toString();
        link.stance =
            stance == QLatin1String("asserts") ? Stance::Supports : stanceFromWord(stance).value_or(Stance::Context);
        const auto start = unitOfCodePoint(document.text, cell[QStringLiteral("start")].toInteger(-1));
        const auto end = unitOfCodePoint(document.text, cell[QStringLiteral("end")].toInteger(-1));
        const QString words = cell[QStringLiteral("permission")].toString();
        link.evidence = -1;
        for (size_t s = 0; s < document.spans.size(); ++s) {
            GoldSpan &span = document.spans[s];
            if (span.kind == TagKind::Partner && spellings.contains(nameKeyOf(textOf(span))))
                span.name = link.partner;
            if (!start || !end || !span.range.overlaps({*start, *end}))
                continue;
            if (span.kind == TagKind::Evidence && link.evidence < 0)
                link.evidence = int(s);
            else if (span.kind == TagKind::Permission && textOf(span) == words)
                link.permissionSpan = int(s);
            else if (span.kind == TagKind::Partner && span.name == link.partner && link.partnerSpan < 0)
                link.partnerSpan = int(s);
        }
        if (link.evidence >= 0)
            document.links.push_back(std::move(link));
    }
}

Result<std::vector<GoldDocument>> readJsonLines(const QByteArray &bytes, const QString &path)
{
    std::vector<GoldDocument> documents;
    const auto lines = bytes.split('\n');
    for (const QByteArray &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const auto object = QJsonDocument::fromJson(line).object();
        GoldDocument document;
        document.id = object[QStringLiteral("id")].toString();
        document.text = object[QStringLiteral("text")].toString();
        document.hasLinks = false;
        document.heldBack = object[QStringLiteral("split")].toString() == QLatin1String("dev");
        const auto spans = object[QStringLiteral("spans")].toArray();
        for (const auto &value : spans) {
            const auto span = value.toObject();
            const auto kind = tagKindFromWord(span[QStringLiteral("label")].toString().toLower());
            const auto start = unitOfCodePoint(document.text, span[QStringLiteral("start")].toInteger());
            const auto end = unitOfCodePoint(document.text, span[QStringLiteral("end")].toInteger());
            if (!kind || !start || !end || *start >= *end)
                return Error{ErrorKind::Damaged,
                             QStringLiteral("A passage of %1 in %2 lies outside its text.").arg(document.id, path)};
            document.spans.push_back({*kind, {*start, *end}, document.text.mid(*start, *end - *start)});
        }
        if (object.contains(QStringLiteral("cells"))) {
            document.hasLinks = true;
            document.holders << object[QStringLiteral("holder")].toString();
            addCells(document, object[QStringLiteral("cells")].toArray());
        }
        documents.push_back(std::move(document));
    }
    return documents;
}

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Io, QStringLiteral("%1 cannot be read: %2.").arg(path, file.errorString())};
    return file.readAll();
}

} // namespace

Result<GoldDocument> parseCorpusDocument(const QString &id, const QString &content)
{
    return Parser(id, content).parse();
}

Result<std::vector<GoldDocument>> readCorpus(const QString &path)
{
    if (!QFileInfo(path).isDir()) {
        const auto bytes = contentOf(path);
        if (!bytes)
            return bytes.error();
        return readJsonLines(*bytes, path);
    }
    std::vector<GoldDocument> documents;
    for (const auto &folder : {QStringLiteral("."), QStringLiteral("held-back")}) {
        const QDir dir(QDir(path).filePath(folder));
        const auto names = dir.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            const auto bytes = contentOf(dir.filePath(name));
            if (!bytes)
                return bytes.error();
            auto document = parseCorpusDocument(name.chopped(4), QString::fromUtf8(*bytes));
            if (!document)
                return document.error();
            document->heldBack = folder == QLatin1String("held-back");
            documents.push_back(std::move(*document));
        }
    }
    if (documents.empty())
        return Error{ErrorKind::NotFound, QStringLiteral("%1 holds no corpus: no file NAME.txt.").arg(path)};
    return documents;
}

} // namespace model::annotate
