// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/gestures.h"
#include "model/session/page_tags.h"
#include "ui/common/subject_book.h"

#include <QFrame>

#include <array>

class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace ui {
class NameField;
}

namespace ui::findings {

/// Links an evidence passage to findings: opened with what it names already ticked, so that Enter alone is often
/// enough; where it names nothing, with the focus on the line for the missing name. S, D, E, P, C (or 1 to 5) choose
/// the stance, Space ticks, Tab reaches the lines for further names.
class LinkPanel final : public QFrame {
    Q_OBJECT
public:
    explicit LinkPanel(QWidget *parent = nullptr);

    /// Names that are suggested for the passage and nobody has decided yet.
    struct Suggested {
        QStringList partners;
        QStringList permissions;
    };
    /// The suggested partners are ticked, too; of the permissions it is for the reporter to say.
    void open(const model::Tag &evidence, const model::session::DocumentTags &tags, const SubjectBook &book,
              const Suggested &suggested = {});
    /// Names that are suggested in the document in view: the lines for further names complete them, too.
    void offerNames(const QStringList &partners, const QStringList &permissions);
    void close();
    const model::TagId &evidence() const { return m_evidence; } ///< opened last
    model::session::LinkRequest request() const;

Q_SIGNALS:
    void linkRequested(const model::session::LinkRequest &request);
    void opened();
    void closed(); ///< just before it is hidden: whoever hears it takes the focus

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setStance(model::Stance stance);
    void addName(QListWidget *list, const QString &name, bool checked);
    bool handleKey(QKeyEvent *event);
    void updateButton();
    void focusNext(); ///< the line of the side on which nothing is ticked, else the panel
    void link();
    void leave();

    model::TagId m_evidence;
    QStringList m_offeredPartners;
    QStringList m_offeredPermissions;
    model::Stance m_stance = model::Stance::Supports;
    QLabel *m_quote = nullptr;
    std::array<QToolButton *, model::allStances.size()> m_stances = {};
    QListWidget *m_partners = nullptr;
    QListWidget *m_permissions = nullptr;
    NameField *m_partnerField = nullptr;
    NameField *m_permissionField = nullptr;
    QPushButton *m_link = nullptr;
};

} // namespace ui::findings
