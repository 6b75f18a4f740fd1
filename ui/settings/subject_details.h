// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/note.h"
#include "model/session/inquiry.h"
#include "model/session/merge_preview.h"
#include "ui/common/subject_book.h"

#include <QWidget>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace ui {
class NameField;
namespace findings {
class NoteEditor;
}
} // namespace ui

namespace ui::settings {

/// One partner or permission: its names, what it counts as, its passages and findings, a note on it.
class SubjectDetails final : public QWidget {
    Q_OBJECT
public:
    SubjectDetails(model::session::CaseSession &session, SubjectBook &book, QWidget *parent = nullptr);

    void show(const model::SubjectId &subject);
    void clear();  ///< none is chosen
    void reload(); ///< something of the case has changed
    /// Fills in whom it may be merged into, and shows what comes of it.
    void proposeMerge(const model::SubjectId &into);

Q_SIGNALS:
    void passageChosen(const model::Passage &passage);
    void findingChosen(const model::FindingKey &finding);

private:
    void makeNames(QFormLayout &form);
    void makeMerging(QFormLayout &form);
    void makeUses(QFormLayout &form);
    void makeRemoval(QFormLayout &form);
    const model::Subject *current() const;
    void showName(); ///< unless it is being typed
    void showUses(); ///< passages and findings; passages that are ticked stay so
    std::vector<model::TagId> tickedTags() const;
    void rename();
    void addAlias();
    void askPreview();
    void merge(const QString &into);
    void moveTags(const QString &to);
    void askRemovable();

    model::session::CaseSession &m_session;
    SubjectBook &m_book;
    model::session::Inquiry m_usesInquiry;
    model::session::Inquiry m_removableInquiry;
    model::session::Inquiry m_previewInquiry;
    std::optional<model::SubjectId> m_current;
    std::vector<model::Tag> m_tags;            ///< that name the current one
    std::vector<model::FindingKey> m_findings; ///< of the current one
    QLineEdit *m_name = nullptr;
    QListWidget *m_aliases = nullptr;
    QLineEdit *m_newAlias = nullptr;
    QPushButton *m_removeAlias = nullptr;
    QLabel *m_mergeLabel = nullptr;
    NameField *m_mergeInto = nullptr;
    QPushButton *m_merge = nullptr;
    QLabel *m_preview = nullptr;
    QLabel *m_mergedText = nullptr;
    QPushButton *m_split = nullptr;
    QListWidget *m_tagList = nullptr;
    NameField *m_moveTo = nullptr;
    QListWidget *m_findingList = nullptr;
    findings::NoteEditor *m_note = nullptr;
    QPushButton *m_remove = nullptr;
    QLabel *m_whyNot = nullptr; ///< it cannot be removed
};

/// "Together they have 7 findings ...", and where they differ.
QString previewText(const model::session::MergePreview &preview);

} // namespace ui::settings
