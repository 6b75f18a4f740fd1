// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

#include <QTemporaryDir>

#include <stdexcept>
#include <utility>

/// What a test may do only when it went well; throws with the error's sentence and detail, which fails the test.
template <class T> T must(model::Result<T> result)
{
    if (!result)
        throw std::runtime_error((result.error().sentence + u' ' + result.error().detail).toStdString());
    return std::move(*result);
}
inline void must(const model::Result<void> &result)
{
    if (!result)
        throw std::runtime_error((result.error().sentence + u' ' + result.error().detail).toStdString());
}

/// Each call is one second later than the one before, from 2018-04-12 10:00:00 UTC.
model::Clock steppingClock();

/// A case in a folder of its own that goes with it. The holder is "Fernbank", the reviewer "Ada".
class TemporaryCase final {
public:
    explicit TemporaryCase(const QByteArray &vfs = {});

    model::session::CaseFile &file() { return *m_file; }
    QString path() const;   ///< of the case
    QString folder() const; ///< the case's parent, for other files of the test
    void close() { m_file.reset(); }
    /// Closes and opens again.
    void reopen();
    /// For tests of thousands of decisions that no power cut threatens. Until the case is closed.
    void doWithoutSync();

    /// Puts a document with these page texts in the case, as an import would, with an original of some bytes, an origin
    /// "bundle/NAME" and a receipt.
    model::Sha256 addDocument(const QString &name, const QStringList &pages);
    /// The passage of the first occurrence of `words` on the page.
    model::Passage passage(const model::Sha256 &document, int pageIndex, const QString &words);

private:
    QTemporaryDir m_folder;
    model::session::CaseFile::Options m_options;
    std::unique_ptr<model::session::CaseFile> m_file;
};
