// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/suggestion_queue.h"

#include "model/annotate/names.h"
#include "model/store/document_table.h"
#include "model/store/query.h"
#include "model/store/suggestion_table.h"

#include <algorithm>
#include <functional>

namespace model::store {
namespace {

using Value = QueueCursor::Value;
using Values = std::vector<Value>;

enum class Type { Integer, Real, Text };
struct Column {
    const char *sql;
    Type type;
};

/// A sorted run of links or of tags; the queue is several of them merged.
struct Stream {
    bool ofLinks = false;
    QByteArray from;
    QByteArray where; ///< over l (links) and t (tags; of a link its evidence)
    Values values;    ///< bound to `where`
    std::vector<Column> order;
    bool descends = false;
    /// What is compared with rows of other streams, from the values of `order`. In step with the stream's own order.
    std::function<Values(const Values &)> mergeKey;
};

constexpr const char *linksAlone = "suggestion_link AS l";
constexpr const char *linksByPlace = "suggestion_tag AS t CROSS JOIN suggestion_link AS l ON l.evidence = t.id";
constexpr const char *linksWithPlace = "suggestion_link AS l CROSS JOIN suggestion_tag AS t ON t.id = l.evidence";
constexpr const char *tagsAlone = "suggestion_tag AS t";

Statement &bindValue(Statement &statement, int parameter, const Value &value)
{
    std::visit([&](const auto &one) { statement.bind(parameter, one); }, value);
    return statement;
}

Value read(const Statement &row, int column, Type type)
{
    switch (type) {
    case Type::Integer:
        return row.integer(column);
    case Type::Real:
        return row.real(column);
    case Type::Text:
        break;
    }
    return row.text(column);
}

bool wantsLinks(const QueueFilter &filter)
{
    return filter.kind == QueueKind::All || filter.kind == QueueKind::Findings;
}

bool wantsTags(const QueueFilter &filter)
{
    return filter.kind != QueueKind::Findings;
}

/// The number of the only document that is wanted, 0 where the case has it no more; nothing: the whole case.
Result<std::optional<qint64>> documentOf(Database &database, const QueueFilter &filter)
{
    if (!filter.document)
        return std::optional<qint64>();
    const auto number = DocumentTable(database).numberOf(*filter.document);
    if (!number)
        return number.error();
    return std::optional(number->value_or(0));
}

/// Adds the filter's conditions to a stream that has only its own yet.
void narrow(Stream &stream, const QueueFilter &filter, const std::optional<qint64> &document)
{
    const char *table = stream.ofLinks ? "l." : "t.";
    const auto add = [&](const QByteArray &condition) { stream.where += QByteArray(" AND ") + table + condition; };
    add("is_open = 1");
    if (document) {
        add("document = ?");
        stream.values.emplace_back(*document);
    }
    const double least = stream.ofLinks ? std::max(filter.leastScore, filter.leastFindingScore) : filter.leastScore;
    if (least > 0) {
        add("score >= ?");
        stream.values.emplace_back(least);
    }
    if (!stream.ofLinks && filter.kind != QueueKind::All) {
        const TagKind kind = filter.kind == QueueKind::Partners      ? TagKind::Partner
                             : filter.kind == QueueKind::Permissions ? TagKind::Permission
                                                                     : TagKind::Evidence;
        add("kind = ?");
        stream.values.emplace_back(toWord(kind));
    }
    if (const QString key = annotate::nameKeyOf(filter.partner); !key.isEmpty()) {
        const QByteArray column = stream.ofLinks ? "partner_key" : "name_key";
        add(column + " >= ?");
        stream.values.emplace_back(key);
        add(column + " < ?");
        stream.values.emplace_back(key + QStringLiteral("\U0010FFFF"));
        if (!stream.ofLinks)
            add("name_key <> ''");
    }
}

Stream links(const char *from, std::vector<Column> order, std::function<Values(const Values &)> mergeKey)
{
    return {true, from, "TRUE", {}, std::move(order), false, std::move(mergeKey)};
}

Stream tags(std::vector<Column> order, std::function<Values(const Values &)> mergeKey)
{
    return {false, tagsAlone, "TRUE", {}, std::move(order), false, std::move(mergeKey)};
}

Value minus(const Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return -*number;
    return -std::get<double>(value);
}

const Value findingsFirst = qint64(0);
const Value passagesAfter = qint64(1);
const Value noText = QString();

std::vector<Stream> byPage(qint64 first)
{
    std::vector<Stream> streams;
    for (const qint64 part : {qint64(0), qint64(1)}) {
        Stream finding = links(linksByPlace,
                               {{"t.document", Type::Integer},
                                {"t.first_page", Type::Integer},
                                {"t.start", Type::Integer},
                                {"l.partner", Type::Text},
                                {"l.permission", Type::Text},
                                {"l.id", Type::Integer}},
                               [part](const Values &row) {
                                   return Values{part, row[0], row[1], findingsFirst, row[2], row[3], row[4], row[5]};
                               });
        Stream passage = tags({{"t.document", Type::Integer},
                               {"t.first_page", Type::Integer},
                               {"t.start", Type::Integer},
                               {"t.id", Type::Integer}},
                              [part](const Values &row) {
                                  return Values{part, row[0], row[1], passagesAfter, row[2], noText, noText, row[3]};
                              });
        for (Stream *stream : {&finding, &passage}) {
            stream->where = part == 0 ? "t.document >= ?" : "t.document < ?";
            stream->values.emplace_back(first);
            streams.push_back(std::move(*stream));
        }
    }
    return streams;
}

/// From the highest score downwards, or outwards from one half.
std::vector<Stream> byScore(bool outwards)
{
    std::vector<Stream> streams;
    for (const bool ofLinks : {true, false}) {
        const std::vector<Column> order = {{ofLinks ? "l.score" : "t.score", Type::Real},
                                           {ofLinks ? "l.id" : "t.id", Type::Integer}};
        const Value rank = ofLinks ? findingsFirst : passagesAfter;
        const auto make = [&](std::function<Values(const Values &)> mergeKey) {
            return ofLinks ? links(linksAlone, order, std::move(mergeKey)) : tags(order, std::move(mergeKey));
        };
        const QByteArray score = order.front().sql;
        if (outwards) {
            Stream upwards = make([rank](const Values &row) {
                return Values{std::get<double>(row[0]) - 0.5, rank, qint64(0), row[1]};
            });
            upwards.where = score + " >= 0.5";
            streams.push_back(std::move(upwards));
        }
        Stream downwards = make([rank, outwards](const Values &row) {
            const double of = std::get<double>(row[0]);
            return Values{outwards ? 0.5 - of : -of, rank, qint64(1), minus(row[1])};
        });
        downwards.descends = true;
        if (outwards)
            downwards.where = score + " < 0.5";
        streams.push_back(std::move(downwards));
    }
    return streams;
}

std::vector<Stream> byPartner()
{
    Stream finding =
        links(linksWithPlace,
              {{"l.partner_key", Type::Text},
               {"l.document", Type::Integer},
               {"t.first_page", Type::Integer},
               {"t.start", Type::Integer},
               {"l.permission", Type::Text},
               {"l.id", Type::Integer}},
              [](const Values &row) {
                  return Values{findingsFirst, row[0], findingsFirst, row[1], row[2], row[3], row[4], row[5]};
              });
    Stream partner =
        tags({{"t.name_key", Type::Text},
              {"t.document", Type::Integer},
              {"t.first_page", Type::Integer},
              {"t.start", Type::Integer},
              {"t.id", Type::Integer}},
             [](const Values &row) {
                 return Values{findingsFirst, row[0], passagesAfter, row[1], row[2], row[3], noText, row[4]};
             });
    partner.where = "t.name_key <> ''";
    Stream other = tags({{"t.document", Type::Integer},
                         {"t.first_page", Type::Integer},
                         {"t.start", Type::Integer},
                         {"t.id", Type::Integer}},
                        [](const Values &row) {
                            return Values{passagesAfter, noText, passagesAfter, row[0], row[1], row[2], noText, row[3]};
                        });
    other.where = "t.name_key = ''";
    return {std::move(finding), std::move(partner), std::move(other)};
}

std::vector<Stream> byCell()
{
    Stream finding = links(
        linksAlone,
        {{"l.partner", Type::Text}, {"l.permission", Type::Text}, {"-l.score", Type::Real}, {"l.id", Type::Integer}},
        [](const Values &row) {
            return Values{findingsFirst, row[0], row[1], row[2], row[3]};
        });
    Stream passage = tags({{"t.document", Type::Integer},
                           {"t.first_page", Type::Integer},
                           {"t.start", Type::Integer},
                           {"t.id", Type::Integer}},
                          [](const Values &row) {
                              return Values{passagesAfter, row[0], row[1], row[2], row[3]};
                          });
    return {std::move(finding), std::move(passage)};
}

std::vector<Stream> streamsOf(QueueOrder order, qint64 first)
{
    switch (order) {
    case QueueOrder::ByPage:
        return byPage(first);
    case QueueOrder::ByCertainty:
        return byScore(false);
    case QueueOrder::MostInstructive:
        return byScore(true);
    case QueueOrder::ByPartner:
        return byPartner();
    case QueueOrder::ByCell:
        break;
    }
    return byCell();
}

struct Row {
    qint64 id = 0;
    Values order;
    Values mergeKey;
};

QByteArray sqlOf(const Stream &stream, bool goesOn)
{
    QByteArray columns;
    QByteArray parameters;
    QByteArray order;
    for (const Column &column : stream.order) {
        const bool isFirst = columns.isEmpty();
        columns += (isFirst ? QByteArray() : QByteArray(", ")) + column.sql;
        parameters += isFirst ? "?" : ", ?";
        order += (isFirst ? QByteArray() : QByteArray(", ")) + column.sql + (stream.descends ? " DESC" : "");
    }
    QByteArray sql = "SELECT " + QByteArray(stream.ofLinks ? "l.id, " : "t.id, ") + columns + " FROM " + stream.from +
                     " WHERE " + stream.where;
    if (goesOn)
        sql += " AND (" + columns + (stream.descends ? ") < (" : ") > (") + parameters + ")";
    return sql + " ORDER BY " + order + " LIMIT ?";
}

Result<std::vector<Row>> rowsOf(Database &database, const Stream &stream, const Values &after, int count)
{
    std::vector<Row> rows;
    auto statement = database.prepare(sqlOf(stream, !after.empty()));
    if (!statement)
        return statement.error();
    int parameter = 0;
    for (const Values *values : {&stream.values, &after}) {
        for (const Value &value : *values)
            bindValue(*statement, ++parameter, value);
    }
    statement->bind(++parameter, count);
    for (;;) {
        const auto step = statement->step();
        if (!step)
            return step.error();
        if (!*step)
            return rows;
        Row row{statement->integer(0), {}, {}};
        for (size_t i = 0; i < stream.order.size(); ++i)
            row.order.push_back(read(*statement, static_cast<int>(i) + 1, stream.order[i].type));
        row.mergeKey = stream.mergeKey(row.order);
        rows.push_back(std::move(row));
    }
}

/// Which of them has the row that comes next; nothing at the end of all. Whatever the comparison of two streams' texts
/// says, each stream stays in its own order, which is the one that its cursor speaks of.
std::optional<size_t> nextStream(const std::vector<std::vector<Row>> &rows, const std::vector<size_t> &taken)
{
    std::optional<size_t> next;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (taken[i] < rows[i].size() && (!next || rows[i][taken[i]].mergeKey < rows[*next][taken[*next]].mergeKey))
            next = i;
    }
    return next;
}

Result<std::optional<QueuedSuggestion>> suggestionOf(Database &database, bool isLink, qint64 number)
{
    const SuggestionId id = SuggestionId::fromNumber(number);
    const auto queued = [](const auto &found) -> Result<std::optional<QueuedSuggestion>> {
        if (!found)
            return found.error();
        return *found ? std::optional(QueuedSuggestion(**found)) : std::nullopt;
    };
    const SuggestionTable table(database);
    return isLink ? queued(table.findLink(id)) : queued(table.findTag(id));
}

constexpr const char *sameTags =
    " FROM suggestion_tag AS same JOIN suggestion_tag AS one ON one.id = ?1"
    " WHERE same.quote_key = one.quote_key AND same.kind = one.kind AND same.name = one.name AND same.is_open = 1";
constexpr const char *sameLinks =
    " FROM suggestion_link AS same JOIN suggestion_link AS one ON one.id = ?1"
    " WHERE same.partner = one.partner AND same.permission = one.permission AND same.stance = one.stance"
    " AND same.is_open = 1";

} // namespace

SuggestionQueue::SuggestionQueue(Database &database, QueueOrder order, QueueFilter filter, qint64 first)
    : m_database(database)
    , m_order(order)
    , m_filter(std::move(filter))
    , m_first(first)
{
}

Result<QueuePart> SuggestionQueue::rows(const QueueCursor &after, int count) const
{
    const auto document = documentOf(m_database, m_filter);
    if (!document)
        return document.error();
    std::vector<Stream> streams = streamsOf(m_order, m_first);
    QueuePart part;
    part.end = after;
    part.end.after.resize(streams.size());
    std::vector<std::vector<Row>> rows(streams.size());
    for (size_t i = 0; i < streams.size(); ++i) {
        if (streams[i].ofLinks ? !wantsLinks(m_filter) : !wantsTags(m_filter))
            continue;
        narrow(streams[i], m_filter, *document);
        auto read = rowsOf(m_database, streams[i], part.end.after[i], count);
        if (!read)
            return read.error();
        rows[i] = *std::move(read);
    }
    std::vector<size_t> taken(streams.size(), 0);
    while (static_cast<int>(part.items.size()) < count) {
        const auto next = nextStream(rows, taken);
        if (!next) {
            part.isLast = true;
            break;
        }
        Row &row = rows[*next][taken[*next]++];
        const auto found = suggestionOf(m_database, streams[*next].ofLinks, row.id);
        if (!found)
            return found.error();
        if (*found)
            part.items.push_back(**found);
        part.end.after[*next] = std::move(row.order);
    }
    return part;
}

Result<qint64> SuggestionQueue::count() const
{
    const auto document = documentOf(m_database, m_filter);
    if (!document)
        return document.error();
    qint64 total = 0;
    for (const bool ofLinks : {true, false}) {
        if (ofLinks ? !wantsLinks(m_filter) : !wantsTags(m_filter))
            continue;
        Stream stream = ofLinks ? links(linksAlone, {}, {}) : tags({}, {});
        narrow(stream, m_filter, *document);
        auto statement = m_database.prepare("SELECT count(*) FROM " + stream.from + " WHERE " + stream.where);
        if (!statement)
            return statement.error();
        for (size_t i = 0; i < stream.values.size(); ++i)
            bindValue(*statement, static_cast<int>(i) + 1, stream.values[i]);
        const auto step = statement->step();
        if (!step)
            return step.error();
        total += statement->integer(0);
    }
    return total;
}

Result<std::vector<QueuedSuggestion>> SuggestionQueue::sameAs(Database &database, const SuggestionId &id, int count)
{
    std::vector<QueuedSuggestion> all;
    for (const bool ofLinks : {true, false}) {
        const auto ids = queryAll(database,
                                  QByteArray("SELECT same.id") + (ofLinks ? sameLinks : sameTags) +
                                      " ORDER BY same.document, same.id LIMIT ?2",
                                  firstNumber, id.number(), count);
        if (!ids)
            return ids.error();
        for (const qint64 number : *ids) {
            const auto found = suggestionOf(database, ofLinks, number);
            if (!found)
                return found.error();
            if (*found)
                all.push_back(**found);
        }
    }
    return all;
}

Result<qint64> SuggestionQueue::countSameAs(Database &database, const SuggestionId &id)
{
    const auto links = queryNumber(database, QByteArray("SELECT count(*)") + sameLinks, id.number());
    if (!links)
        return links.error();
    const auto tags = queryNumber(database, QByteArray("SELECT count(*)") + sameTags, id.number());
    if (!tags)
        return tags.error();
    return *links + *tags;
}

} // namespace model::store
