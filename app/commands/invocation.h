// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/command.h"
#include "model/session/case_file.h"

#include <QCommandLineParser>
#include <QStringList>

#include <memory>

namespace app {

/// A command with what was typed after it.
class Invocation final {
public:
    Invocation(const QCommandLineParser &parser, QStringList words)
        : m_parser(parser)
        , m_words(std::move(words))
    {
    }

    /// The positional argument number `place`, from 0; empty when it was not given.
    QString word(int place) const { return m_words.value(place); }
    QStringList wordsFrom(int place) const { return m_words.mid(place); }
    int wordCount() const { return static_cast<int>(m_words.size()); }

    bool has(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    QStringList values(const QString &option) const { return m_parser.values(option); }
    bool wantsJson() const;

    /// Who decides: --reviewer, else the setting, else the login name.
    QString reviewer() const;

    using OpenCase = model::Result<std::unique_ptr<model::session::CaseFile>>;
    OpenCase openToRead() const;  ///< the case that the first word names
    OpenCase openToWrite() const; ///< the same; an Error where it can only be read

private:
    const QCommandLineParser &m_parser;
    const QStringList m_words;
};

void addJsonOption(QCommandLineParser &parser);
void addReviewerOption(QCommandLineParser &parser);

} // namespace app
